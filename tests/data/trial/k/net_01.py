"""
tinynn - a deep learning library in one file
"""
import numpy as np


class Layer:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, inputs):
        raise NotImplementedError


class Linear(Layer):
    def __init__(self, input_size, output_size):
        super().__init__()
        self.params["w"] = np.random.randn(input_size, output_size) * np.sqrt(1.0 / input_size)
        self.params["b"] = np.zeros(output_size)

    def forward(self, inputs):
        self.inputs = inputs
        return inputs @ self.params["w"] + self.params["b"]

    def backward(self, grad):
        self.grads["b"] = np.sum(grad, axis=0)
        self.grads["w"] = self.inputs.T @ grad
        return grad @ self.params["w"].T


class Activation(Layer):
    def __init__(self, f, f_prime):
        super().__init__()
        self.f = f
        self.f_prime = f_prime

    def forward(self, inputs):
        self.inputs = inputs
        return self.f(inputs)

    def backward(self, grad):
        return self.f_prime(self.inputs) * grad


class Tanh(Activation):
    def __init__(self):
        super().__init__(np.tanh, lambda x: 1 - np.tanh(x) ** 2)


class ReLU(Activation):
    def __init__(self):
        super().__init__(lambda x: np.maximum(x, 0), lambda x: (x > 0).astype(float))


class MSE:
    def loss(self, predicted, actual):
        return np.mean((predicted - actual) ** 2)

    def grad(self, predicted, actual):
        return 2 * (predicted - actual) / predicted.size


class NeuralNet:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        for layer in self.layers:
            inputs = layer.forward(inputs)
        return inputs

    def backward(self, grad):
        for layer in reversed(self.layers):
            grad = layer.backward(grad)
        return grad

    def params_and_grads(self):
        for i, layer in enumerate(self.layers):
            for name, param in layer.params.items():
                yield (i, name), param, layer.grads[name]


class SGD:
    def __init__(self, lr=0.01, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.velocity = {}

    def step(self, net):
        for key, param, grad in net.params_and_grads():
            v = self.velocity.get(key, 0.0)
            v = self.momentum * v - self.lr * grad
            self.velocity[key] = v
            param += v


def fit(net, x, y, num_epochs=200, batch_size=16, loss=MSE(), optimizer=SGD()):
    for epoch in range(num_epochs):
        epoch_loss = 0.0
        starts = np.arange(0, len(x), batch_size)
        np.random.shuffle(starts)
        for s in starts:
            xb, yb = x[s:s + batch_size], y[s:s + batch_size]
            predicted = net.forward(xb)
            epoch_loss += loss.loss(predicted, yb)
            net.backward(loss.grad(predicted, yb))
            optimizer.step(net)
        if epoch % 50 == 0:
            print(epoch, epoch_loss / len(starts))


if __name__ == "__main__":
    np.random.seed(3)
    X = np.random.uniform(-2, 2, (128, 2))
    Y = np.stack([np.sin(X[:, 0]) * X[:, 1], X[:, 0] - X[:, 1] ** 2], axis=1)
    model = NeuralNet([Linear(2, 20), Tanh(), Linear(20, 12), ReLU(), Linear(12, 2)])
    fit(model, X, Y, optimizer=SGD(lr=0.03, momentum=0.9))
