import numpy as np

# from the medium article "neural network from scratch", swish instead of tanh, regression on sin

class FCLayer:
    # input_size = number of input neurons
    # output_size = number of output neurons
    def __init__(self, input_size, output_size):
        self.weights = np.random.rand(input_size, output_size) - 0.5
        self.bias = np.random.rand(1, output_size) - 0.5

    def forward_propagation(self, input_data):
        self.input = input_data
        self.output = np.dot(self.input, self.weights) + self.bias
        return self.output

    # computes dE/dW, dE/dB for a given output_error=dE/dY. Returns input_error=dE/dX.
    def backward_propagation(self, output_error, learning_rate):
        input_error = np.dot(output_error, self.weights.T)
        weights_error = np.dot(self.input.T, output_error)
        # dBias = output_error
        self.weights -= learning_rate * weights_error
        self.bias -= learning_rate * output_error
        return input_error

class ActivationLayer:
    def __init__(self, activation, activation_prime):
        self.activation = activation
        self.activation_prime = activation_prime

    def forward_propagation(self, input_data):
        self.input = input_data
        self.output = self.activation(self.input)
        return self.output

    def backward_propagation(self, output_error, learning_rate):
        return self.activation_prime(self.input) * output_error

def swish(x):
    return x / (1 + np.exp(-x))

def swish_prime(x):
    s = 1 / (1 + np.exp(-x))
    return s + x * s * (1 - s)

def mse(y_true, y_pred):
    return np.mean(np.power(y_true - y_pred, 2))

def mse_prime(y_true, y_pred):
    return 2 * (y_pred - y_true) / y_true.size

class Network:
    def __init__(self):
        self.layers = []
        self.loss = None
        self.loss_prime = None

    def add(self, layer):
        self.layers.append(layer)

    def use(self, loss, loss_prime):
        self.loss = loss
        self.loss_prime = loss_prime

    def predict(self, input_data):
        result = []
        for i in range(len(input_data)):
            output = input_data[i]
            for layer in self.layers:
                output = layer.forward_propagation(output)
            result.append(output)
        return result

    def fit(self, x_train, y_train, epochs, learning_rate):
        samples = len(x_train)
        for i in range(epochs):
            err = 0
            for j in range(samples):
                output = x_train[j]
                for layer in self.layers:
                    output = layer.forward_propagation(output)
                err += self.loss(y_train[j], output)
                error = self.loss_prime(y_train[j], output)
                for layer in reversed(self.layers):
                    error = layer.backward_propagation(error, learning_rate)
            err /= samples
            if (i + 1) % 20 == 0:
                print('epoch %d/%d   error=%f' % (i+1, epochs, err))

if __name__ == '__main__':
    np.random.seed(11)
    t = np.linspace(-2, 2, 25)
    x_train = np.stack([t, t**2], axis=1).reshape(25, 1, 2)
    y_train = np.stack([np.sin(2*t), np.cos(t), t/2], axis=1).reshape(25, 1, 3)

    net = Network()
    net.add(FCLayer(2, 10))
    net.add(ActivationLayer(swish, swish_prime))
    net.add(FCLayer(10, 8))
    net.add(ActivationLayer(swish, swish_prime))
    net.add(FCLayer(8, 6))
    net.add(ActivationLayer(swish, swish_prime))
    net.add(FCLayer(6, 3))
    net.use(mse, mse_prime)
    net.fit(x_train, y_train, epochs=100, learning_rate=0.05)
