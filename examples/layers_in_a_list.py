"""Layer objects in a list, every activation a layer of its own; a loss object; an optimizer object."""
import numpy as np

import crosscheck


class Dense:
    def __init__(self, n_inputs, n_neurons):
        self.weights = 0.01 * np.random.randn(n_inputs, n_neurons)
        self.biases = np.zeros((1, n_neurons))

    def forward(self, inputs):
        self.inputs = inputs
        self.output = np.dot(inputs, self.weights) + self.biases

    def backward(self, dvalues):
        self.dweights = np.dot(self.inputs.T, dvalues)
        self.dbiases = np.sum(dvalues, axis=0, keepdims=True)
        self.dinputs = np.dot(dvalues, self.weights.T)


class ReLU:
    def forward(self, inputs):
        self.inputs = inputs
        self.output = np.maximum(0, inputs)

    def backward(self, dvalues):
        self.dinputs = dvalues.copy()
        self.dinputs[self.inputs <= 0] = 0


class ReLUWithoutMask(ReLU):
    def backward(self, dvalues):
        self.dinputs = dvalues.copy()
        self.dinputs[self.output < 0] = 0          # an output is never below zero


class MeanSquaredError:
    def backward(self, dvalues, y_true):
        samples, outputs = dvalues.shape
        self.dinputs = -2 * (y_true - dvalues) / outputs
        self.dinputs = self.dinputs / samples


class SGD:
    def __init__(self, learning_rate):
        self.learning_rate = learning_rate

    def update_params(self, layer):
        layer.weights += -self.learning_rate * layer.dweights
        layer.biases += -self.learning_rate * layer.dbiases


class Model:
    relu = ReLU

    def __init__(self, *sizes):
        self.layers = []
        for n, m in zip(sizes, sizes[1:]):
            self.layers += [Dense(n, m), self.relu()]
        self.layers.pop()
        self.loss = MeanSquaredError()

    def train(self, X, y, optimizer):
        for layer in self.layers:
            layer.forward(X)
            X = layer.output
        self.loss.backward(X, y)
        dvalues = self.loss.dinputs
        for layer in reversed(self.layers):
            layer.backward(dvalues)
            dvalues = layer.dinputs
        for layer in self.layers:
            if hasattr(layer, "weights"):
                optimizer.update_params(layer)


class ModelWithoutMask(Model):
    relu = ReLUWithoutMask


class Right(crosscheck.Adapter):
    activations, loss, _model = ("relu", ..., "identity"), "mse", Model
    bias, parameters = "row", ("layers.weights", "layers.biases")

    def build(self, case):
        return self._model(*case.sizes)

    def step(self, net, x, y, lr):
        net.train(x, y, SGD(lr))


class MaskOfOnes(Right):
    _model = ModelWithoutMask


EXPECTED = {"Right": ("agrees", []), "MaskOfOnes": ("differs", ["derivative-always-one"])}
