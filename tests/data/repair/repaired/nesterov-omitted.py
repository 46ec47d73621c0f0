import numpy as np

SLOPE = 0.1   # of leaky ReLU, left of zero


class LeakyReLU:
    def forward(self, z):
        return np.where(z > 0, z, SLOPE * z)

    def derivative(self, z):
        return np.where(z > 0, 1.0, SLOPE)


class Sigmoid:
    def forward(self, z):
        return 1 / (1 + np.exp(-z))

    def derivative(self, z):
        a = self.forward(z)
        return a * (1 - a)


class Layer:
    """One dense layer that remembers what it needs for the way back."""

    def __init__(self, n_in, n_out, activation):
        self.W = np.random.normal(0, 1 / np.sqrt(n_in), (n_out, n_in))
        self.b = np.zeros(n_out)
        self.activation = activation
        self.x = None
        self.vW = 0.0
        self.vb = 0.0

    def forward(self, x):
        self.x = x
        self.z = x @ self.W.T + self.b
        return self.activation.forward(self.z)

    def backward(self, d_out):
        delta = d_out * self.activation.derivative(self.z)
        self.dW = delta.T @ self.x
        self.db = delta.sum(axis=0)
        return delta @ self.W

    def update(self, lr, mu):
        # Nesterov momentum, as in torch.optim.SGD(nesterov=True)
        self.vW = mu * self.vW + self.dW
        self.vb = mu * self.vb + self.db
        self.W = self.W - lr * (self.dW + mu * self.vW)
        self.b = self.b - lr * (self.db + mu * self.vb)


class Network:
    """Leaky ReLU in the hidden layers, sigmoid at the output, one sample a row."""

    def __init__(self, sizes, mu=0.9):
        self.mu = mu
        self.layers = [Layer(a, b, LeakyReLU()) for a, b in zip(sizes[:-2], sizes[1:-1])]
        self.layers.append(Layer(sizes[-2], sizes[-1], Sigmoid()))

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def train(self, x, y, lr):
        out = self.predict(x)
        # half the squared error, averaged over the samples
        loss = 0.5 * np.sum((out - y) ** 2) / len(x)
        grad = (out - y) / len(x)
        for layer in reversed(self.layers):
            grad = layer.backward(grad)
        for layer in self.layers:
            layer.update(lr, self.mu)
        return out, loss
