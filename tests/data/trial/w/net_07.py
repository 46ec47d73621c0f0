# Toy neural network, python version of the p5.js one
import numpy as np


class ActivationFunction:
    def __init__(self, func, dfunc):
        self.func = func
        self.dfunc = dfunc


sigmoid = ActivationFunction(lambda x: 1 / (1 + np.exp(-x)), lambda y: y * (1 - y))
tanh = ActivationFunction(lambda x: np.tanh(x), lambda y: 1 - (y * y))


class NeuralNetwork:
    def __init__(self, input_nodes, hidden_nodes, output_nodes):
        self.weights_ih = np.random.uniform(-1, 1, (hidden_nodes, input_nodes))
        self.weights_ho = np.random.uniform(-1, 1, (output_nodes, hidden_nodes))
        self.bias_h = np.random.uniform(-1, 1, (hidden_nodes, 1))
        self.bias_o = np.random.uniform(-1, 1, (output_nodes, 1))
        self.setLearningRate()
        self.setActivationFunction()

    def setLearningRate(self, learning_rate=0.1):
        self.learning_rate = learning_rate

    def setActivationFunction(self, func=sigmoid):
        self.activation_function = func

    def predict(self, input_array):
        inputs = np.array(input_array, dtype=float).reshape(-1, 1)
        hidden = self.activation_function.func(self.weights_ih @ inputs + self.bias_h)
        output = self.activation_function.func(self.weights_ho @ hidden + self.bias_o)
        return output.ravel()

    def error(self, input_array, target_array):
        return 0.5 * np.sum((np.array(target_array) - self.predict(input_array)) ** 2)

    def train(self, input_array, target_array):
        inputs = np.array(input_array, dtype=float).reshape(-1, 1)
        hidden = self.activation_function.func(self.weights_ih @ inputs + self.bias_h)
        outputs = self.activation_function.func(self.weights_ho @ hidden + self.bias_o)

        targets = np.array(target_array, dtype=float).reshape(-1, 1)

        # ERROR = TARGETS - OUTPUTS
        output_errors = targets - outputs

        # Calculate gradient
        gradients = self.activation_function.dfunc(outputs)
        gradients = gradients * output_errors
        gradients = gradients * self.learning_rate

        # Calculate deltas
        weight_ho_deltas = gradients @ hidden.T

        # Adjust the weights by deltas
        self.weights_ho = self.weights_ho + weight_ho_deltas
        self.bias_o = self.bias_o + gradients

        # Calculate the hidden layer errors
        signals = self.activation_function.dfunc(outputs) * output_errors
        hidden_errors = self.weights_ho.T @ signals

        # Calculate hidden gradient
        hidden_gradient = self.activation_function.dfunc(hidden)
        hidden_gradient = hidden_gradient * hidden_errors * self.learning_rate

        self.weights_ih = self.weights_ih + hidden_gradient @ inputs.T
        self.bias_h = self.bias_h + hidden_gradient


training_data = [
    {'inputs': [0, 1], 'outputs': [1]},
    {'inputs': [1, 0], 'outputs': [1]},
    {'inputs': [0, 0], 'outputs': [0]},
    {'inputs': [1, 1], 'outputs': [0]},
]


def setup():
    np.random.seed(8)
    nn = NeuralNetwork(2, 4, 1)
    nn.setLearningRate(0.5)
    for i in range(12000):
        data = training_data[np.random.randint(4)]
        nn.train(data['inputs'], data['outputs'])
        if i % 3000 == 0:
            print(i, sum(nn.error(d['inputs'], d['outputs']) for d in training_data))
    for d in training_data:
        print(d['inputs'], nn.predict(d['inputs']))


if __name__ == '__main__':
    setup()
