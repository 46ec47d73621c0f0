import numpy as np

def sigmoid(x):
  return 1 / (1 + np.exp(-x))

def deriv_sigmoid(x):
  fx = sigmoid(x)
  return fx * (1 - fx)

def mse_loss(y_true, y_pred):
  return ((y_true - y_pred) ** 2).mean()

class OurNeuralNetwork:
  '''
  2 inputs, a hidden layer with 3 neurons (h1, h2, h3), an output neuron (o1).
  Went from two hidden neurons to three.
  '''
  def __init__(self):
    for name in ['w%d' % k for k in range(1, 10)] + ['b1', 'b2', 'b3', 'b4']:
      setattr(self, name, np.random.normal())

  def feedforward(self, x):
    h1 = sigmoid(self.w1 * x[0] + self.w2 * x[1] + self.b1)
    h2 = sigmoid(self.w3 * x[0] + self.w4 * x[1] + self.b2)
    h3 = sigmoid(self.w5 * x[0] + self.w6 * x[1] + self.b3)
    o1 = sigmoid(self.w7 * h1 + self.w8 * h2 + self.w9 * h3 + self.b4)
    return o1

  def train(self, data, all_y_trues, learn_rate=0.1, epochs=500):
    for epoch in range(epochs):
      for x, y_true in zip(data, all_y_trues):
        # --- Do a feedforward (we'll need these values later)
        sum_h1 = self.w1 * x[0] + self.w2 * x[1] + self.b1
        h1 = sigmoid(sum_h1)
        sum_h2 = self.w3 * x[0] + self.w4 * x[1] + self.b2
        h2 = sigmoid(sum_h2)
        sum_h3 = self.w5 * x[0] + self.w6 * x[1] + self.b3
        h3 = sigmoid(sum_h3)
        sum_o1 = self.w7 * h1 + self.w8 * h2 + self.w9 * h3 + self.b4
        y_pred = sigmoid(sum_o1)

        # --- Calculate partial derivatives.
        # --- Naming: d_L_d_w1 represents "partial L / partial w1"
        d_L_d_ypred = -2 * (y_true - y_pred)

        # Neuron o1
        d_ypred_d_w7 = h1 * deriv_sigmoid(sum_o1)
        d_ypred_d_w8 = h2 * deriv_sigmoid(sum_o1)
        d_ypred_d_w9 = h3 * deriv_sigmoid(sum_o1)
        d_ypred_d_b4 = deriv_sigmoid(sum_o1)
        d_ypred_d_h1 = self.w7 * deriv_sigmoid(sum_o1)
        d_ypred_d_h2 = self.w8 * deriv_sigmoid(sum_o1)
        d_ypred_d_h3 = self.w9 * deriv_sigmoid(sum_o1)

        # Neuron h1
        d_h1_d_w1 = x[0] * deriv_sigmoid(sum_h1)
        d_h1_d_w2 = x[1] * deriv_sigmoid(sum_h1)
        d_h1_d_b1 = deriv_sigmoid(sum_h1)

        # Neuron h2
        d_h2_d_w3 = x[0] * deriv_sigmoid(sum_h2)
        d_h2_d_w4 = x[1] * deriv_sigmoid(sum_h2)
        d_h2_d_b2 = deriv_sigmoid(sum_h2)

        # Neuron h3
        d_h3_d_w5 = x[0] * deriv_sigmoid(sum_h3)
        d_h3_d_w6 = x[1] * deriv_sigmoid(sum_h3)
        d_h3_d_b3 = deriv_sigmoid(sum_h3)

        # --- Update weights and biases
        self.w1 -= learn_rate * d_L_d_ypred * d_ypred_d_h1 * d_h1_d_w1
        self.w2 -= learn_rate * d_L_d_ypred * d_ypred_d_h1 * d_h1_d_w2
        self.b1 -= learn_rate * d_L_d_ypred * d_ypred_d_h1 * d_h1_d_b1

        self.w3 -= learn_rate * d_L_d_ypred * d_ypred_d_h2 * d_h2_d_w3
        self.w4 -= learn_rate * d_L_d_ypred * d_ypred_d_h2 * d_h2_d_w4
        self.b2 -= learn_rate * d_L_d_ypred * d_ypred_d_h2 * d_h2_d_b2

        self.w5 -= learn_rate * d_L_d_ypred * d_ypred_d_h3 * d_h3_d_w5
        self.w6 -= learn_rate * d_L_d_ypred * d_ypred_d_h2 * d_h3_d_w6
        self.b3 -= learn_rate * d_L_d_ypred * d_ypred_d_h3 * d_h3_d_b3

        self.w7 -= learn_rate * d_L_d_ypred * d_ypred_d_w7
        self.w8 -= learn_rate * d_L_d_ypred * d_ypred_d_w8
        self.w9 -= learn_rate * d_L_d_ypred * d_ypred_d_w9
        self.b4 -= learn_rate * d_L_d_ypred * d_ypred_d_b4

      if epoch % 100 == 0:
        y_preds = np.apply_along_axis(self.feedforward, 1, data)
        print("Epoch %d loss: %.3f" % (epoch, mse_loss(all_y_trues, y_preds)))

if __name__ == "__main__":
  np.random.seed(5)
  # weight minus 135, height minus 66 (cats and dogs: kg - 8, cm - 35)
  data = np.array([[-2, -1], [2.5, 6], [1.7, 4], [-1.5, -6], [0.4, 2], [-0.8, 1]])
  all_y_trues = np.array([1, 0, 0, 1, 0, 1])
  network = OurNeuralNetwork()
  network.train(data, all_y_trues)
  print("Tom: %.3f" % network.feedforward(np.array([-0.7, -3])))
