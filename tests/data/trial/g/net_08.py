"""Customer lifetime value estimator - neural network module."""
from abc import ABC, abstractmethod
import numpy as np


class IActivation(ABC):
    @abstractmethod
    def activate(self, net_input): ...
    @abstractmethod
    def derivative(self, output): ...


class EluActivation(IActivation):
    def __init__(self, alpha=0.5):
        self._alpha = alpha

    def activate(self, net_input):
        return np.where(net_input > 0, net_input, self._alpha * (np.exp(np.minimum(net_input, 0)) - 1))

    def derivative(self, output):
        return np.where(output > 0, 1.0, self._alpha * np.exp(np.minimum(output, 0)))


class IdentityActivation(IActivation):
    def activate(self, net_input):
        return net_input

    def derivative(self, output):
        return np.ones_like(output)


class MeanSquaredErrorLoss:
    """Mean over samples and outputs of (prediction - target)^2."""

    def compute(self, predictions, targets):
        return float(np.mean((predictions - targets) ** 2))

    def compute_gradient(self, predictions, targets):
        return 2.0 * (predictions - targets) / predictions.size


class DenseLayer:
    def __init__(self, input_size, output_size, activation, random_source):
        self._weights = random_source.standard_normal((input_size, output_size)) / np.sqrt(input_size)
        self._biases = np.zeros((1, output_size))
        self._activation = activation

    def propagate_forward(self, inputs):
        self._last_input = inputs
        self._last_output = self._activation.activate(inputs @ self._weights + self._biases)
        return self._last_output

    def propagate_backward(self, output_gradient, learning_rate):
        delta = output_gradient * self._activation.derivative(self._last_output)
        input_gradient = delta @ self._weights.T
        self._weights -= learning_rate * (self._last_input.T @ delta)
        self._biases -= learning_rate * delta.sum(axis=0, keepdims=True)
        return input_gradient


class NeuralNetworkBuilder:
    def __init__(self, seed):
        self._random_source = np.random.default_rng(seed)
        self._layers = []

    def with_layer(self, input_size, output_size, activation):
        self._layers.append(DenseLayer(input_size, output_size, activation, self._random_source))
        return self

    def build(self):
        return NeuralNetwork(self._layers)


class NeuralNetwork:
    def __init__(self, layers):
        self._layers = layers

    def predict(self, inputs):
        for layer in self._layers:
            inputs = layer.propagate_forward(inputs)
        return inputs

    def backpropagate(self, gradient, learning_rate):
        for layer in reversed(self._layers):
            gradient = layer.propagate_backward(gradient, learning_rate)


class TrainingService:
    def __init__(self, network, loss, learning_rate, batch_size, random_source):
        self._network, self._loss = network, loss
        self._learning_rate, self._batch_size = learning_rate, batch_size
        self._random_source = random_source

    def run_epoch(self, inputs, targets):
        order = self._random_source.permutation(len(inputs))
        for start in range(0, len(inputs), self._batch_size):
            batch = order[start:start + self._batch_size]
            batch_inputs = inputs[start:start + self._batch_size]
            predictions = self._network.predict(batch_inputs)
            gradient = self._loss.compute_gradient(predictions, targets[batch])
            self._network.backpropagate(gradient, self._learning_rate)
        return self._loss.compute(self._network.predict(inputs), targets)


def main():
    random_source = np.random.default_rng(99)
    features = random_source.normal(size=(128, 4))
    values = np.column_stack([features[:, 0] * features[:, 1], np.sin(features[:, 2]) + features[:, 3]])
    elu = EluActivation()
    network = (NeuralNetworkBuilder(seed=5).with_layer(4, 16, elu).with_layer(16, 8, elu)
               .with_layer(8, 2, IdentityActivation()).build())
    service = TrainingService(network, MeanSquaredErrorLoss(), 0.05, 16, random_source)
    for epoch in range(1, 41):
        loss = service.run_epoch(features, values)
        if epoch % 10 == 0:
            print("[INFO] epoch=%d loss=%.6f" % (epoch, loss))


if __name__ == "__main__":
    main()
