import numpy as np

# Following the "Introduction to Neural Networks" post, changed from 2 to 3 inputs
# (weight, height, shoe size) to predict gender.

def sigmoid(x):
  return 1 / (1 + np.exp(-x))

def deriv_sigmoid(x):
  fx = sigmoid(x)
  return fx * (1 - fx)

def mse_loss(y_true, y_pred):
  return ((y_true - y_pred) ** 2).mean()

class OurNeuralNetwork:
  '''
  - 3 inputs
  - a hidden layer with 2 neurons (h1, h2)
  - an output layer with 1 neuron (o1)
  '''
  def __init__(self):
    self.w1 = np.random.normal()
    self.w2 = np.random.normal()
    self.w3 = np.random.normal()
    self.w4 = np.random.normal()
    self.w5 = np.random.normal()
    self.w6 = np.random.normal()
    self.w7 = np.random.normal()
    self.w8 = np.random.normal()

    self.b1 = np.random.normal()
    self.b2 = np.random.normal()
    self.b3 = np.random.normal()

  def feedforward(self, x):
    h1 = sigmoid(self.w1 * x[0] + self.w2 * x[1] + self.w3 * x[2] + self.b1)
    h2 = sigmoid(self.w4 * x[0] + self.w5 * x[1] + self.w6 * x[2] + self.b2)
    o1 = sigmoid(self.w7 * h1 + self.w8 * h2 + self.b3)
    return o1

  def train(self, data, all_y_trues, epochs=600, learn_rate=0.1):
    for epoch in range(epochs):
      for x, y_true in zip(data, all_y_trues):
        sum_h1 = self.w1 * x[0] + self.w2 * x[1] + self.w3 * x[2] + self.b1
        h1 = sigmoid(sum_h1)

        sum_h2 = self.w4 * x[0] + self.w5 * x[1] + self.w6 * x[2] + self.b2
        h2 = sigmoid(sum_h2)

        sum_o1 = self.w7 * h1 + self.w8 * h2 + self.b3
        o1 = sigmoid(sum_o1)
        y_pred = o1

        # --- Naming: d_L_d_w1 represents "partial L / partial w1"
        d_L_d_ypred = -2 * (y_true - y_pred)

        # Neuron o1
        d_ypred_d_w7 = h1 * deriv_sigmoid(sum_o1)
        d_ypred_d_w8 = h2 * deriv_sigmoid(sum_o1)
        d_ypred_d_b3 = deriv_sigmoid(sum_o1)

        d_ypred_d_h1 = self.w7 * deriv_sigmoid(sum_o1)
        d_ypred_d_h2 = self.w8 * deriv_sigmoid(sum_o1)

        # Neuron h1
        d_h1_d_w1 = x[0] * deriv_sigmoid(sum_h1)
        d_h1_d_w2 = x[1] * deriv_sigmoid(sum_h1)
        d_h1_d_w3 = x[2] * deriv_sigmoid(sum_h1)
        d_h1_d_b1 = deriv_sigmoid(sum_h1)

        # Neuron h2
        d_h2_d_w4 = x[0] * deriv_sigmoid(sum_h2)
        d_h2_d_w5 = x[1] * deriv_sigmoid(sum_h2)
        d_h2_d_w6 = x[2] * deriv_sigmoid(sum_h2)
        d_h2_d_b2 = deriv_sigmoid(sum_h2)

        # --- Update weights and biases
        self.w1 -= learn_rate * d_L_d_ypred * d_ypred_d_h1 * d_h1_d_w1
        self.w2 -= learn_rate * d_L_d_ypred * d_ypred_d_h1 * d_h1_d_w2
        self.w3 -= learn_rate * d_L_d_ypred * d_ypred_d_h1 * d_h1_d_w3
        self.b1 -= learn_rate * d_L_d_ypred * d_ypred_d_h1 * d_h1_d_b1

        self.w4 -= learn_rate * d_L_d_ypred * d_ypred_d_h2 * d_h2_d_w4
        self.w5 -= learn_rate * d_L_d_ypred * d_ypred_d_h2 * d_h2_d_w5
        self.w6 -= learn_rate * d_L_d_ypred * d_ypred_d_h1 * d_h2_d_w6
        self.b2 -= learn_rate * d_L_d_ypred * d_ypred_d_h2 * d_h2_d_b2

        self.w7 -= learn_rate * d_L_d_ypred * d_ypred_d_w7
        self.w8 -= learn_rate * d_L_d_ypred * d_ypred_d_w8
        self.b3 -= learn_rate * d_L_d_ypred * d_ypred_d_b3

      if epoch % 100 == 0:
        y_preds = np.apply_along_axis(self.feedforward, 1, data)
        loss = mse_loss(all_y_trues, y_preds)
        print("Epoch %d loss: %.3f" % (epoch, loss))

if __name__ == '__main__':
  np.random.seed(42)
  data = np.array([[-2, -1, -1.5], [25, 6, 3], [17, 4, 2.5], [-15, -6, -4]]) / 10
  all_y_trues = np.array([1, 0, 0, 1])
  network = OurNeuralNetwork()
  network.train(data, all_y_trues)
  print("Emily: %.3f" % network.feedforward(np.array([-0.7, -0.3, -0.2])))
