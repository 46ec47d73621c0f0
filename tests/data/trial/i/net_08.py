# Neural Network From Scratch in Python - Part 3 : Mini Batches
# (my medium article, Pune, 2020. Pls clap if useful!!)
import numpy as np

class DenseLayer():
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.randn(n_neurons, n_inputs) * 0.5
        self.bias = np.zeros(n_neurons)
        self.activation = activation
        self.reset_gradients()

    def reset_gradients(self):
        self.grad_weights = np.zeros_like(self.weights)
        self.grad_bias = np.zeros_like(self.bias)

    def feed_forward(self, inputs):
        self.inputs = inputs
        z = self.weights.dot(inputs) + self.bias
        self.output = np.tanh(z) if self.activation == 'tanh' else z
        return self.output

    def feed_backward(self, error):
        # error is dLoss/dOutput of this layer, for one sample
        if self.activation == 'tanh':
            error = error * (1 - self.output ** 2)
        self.grad_weights += np.outer(error, self.inputs)
        self.grad_bias += error
        return self.weights.T.dot(error)

    def apply_gradients(self, lr, count):
        self.weights -= lr * self.grad_weights / count
        self.bias -= lr * self.grad_bias / count


class NeuralNetwork():
    def __init__(self):
        self.layers = []

    def add(self, layer):
        self.layers.append(layer)

    def predict(self, x):
        for layer in self.layers:
            x = layer.feed_forward(x)
        return x

    def mse(self, X, Y):
        total = 0
        for x, y in zip(X, Y):
            total += np.sum((self.predict(x) - y) ** 2)
        return total / len(X)

    def train(self, X, Y, epochs, batch_size, lr, verbose=True):
        for epoch in range(epochs):
            order = np.random.permutation(len(X))
            for layer in self.layers:
                layer.reset_gradients()
            for start in range(0, len(X), batch_size):
                batch = order[start:start + batch_size]
                for idx in batch:
                    out = self.predict(X[idx])
                    error = 2 * (out - Y[idx])
                    for layer in reversed(self.layers):
                        error = layer.feed_backward(error)
                for layer in self.layers:
                    layer.apply_gradients(lr, len(batch))
            if verbose and epoch % 20 == 0:
                print('Epoch : ', epoch, ' MSE : ', self.mse(X, Y))


if __name__ == '__main__':
    np.random.seed(10)
    X = np.random.uniform(-1, 1, (50, 2))
    Y = np.stack([np.sin(2 * X[:, 0]), X[:, 0] * X[:, 1]], axis=1)
    nn = NeuralNetwork()
    nn.add(DenseLayer(2, 8, 'tanh'))
    nn.add(DenseLayer(8, 8, 'tanh'))
    nn.add(DenseLayer(8, 2, 'linear'))
    nn.train(X, Y, epochs=100, batch_size=8, lr=0.02)
    print('Final MSE : ', nn.mse(X, Y))
