"""C# -> Python: matrix free network with batch accumulators."""
import numpy as np


class DenseLayer:
    def __init__(self, num_nodes_in, num_nodes_out, rng, linear=False):
        self.linear = linear
        self.weights = rng.standard_normal(num_nodes_in * num_nodes_out) / np.sqrt(num_nodes_in)
        self.biases = np.zeros(num_nodes_out)
        self.cost_gradient_w = np.zeros_like(self.weights)
        self.cost_gradient_b = np.zeros_like(self.biases)
        self.num_nodes_in, self.num_nodes_out = num_nodes_in, num_nodes_out

    def w(self):
        # flat array -> [node_out, node_in] view
        return self.weights.reshape(self.num_nodes_out, self.num_nodes_in)

    def calculate_outputs(self, inputs):
        self.inputs = inputs
        self.weighted_inputs = self.w() @ inputs + self.biases
        if self.linear:
            return self.weighted_inputs
        z = self.weighted_inputs
        return np.where(z > 0, z, 0.01 * z)

    def activation_derivative(self):
        if self.linear:
            return np.ones(self.num_nodes_out)
        return np.where(self.weighted_inputs > 0, 1.0, 0.01)

    def update_gradients(self, node_values):
        self.cost_gradient_w += np.outer(node_values, self.inputs).ravel()
        self.cost_gradient_b += node_values

    def apply_gradients(self, learn_rate):
        self.weights -= learn_rate * self.cost_gradient_w
        self.biases -= learn_rate * self.cost_gradient_b

    def clear_gradients(self):
        self.cost_gradient_w.fill(0)
        self.cost_gradient_b.fill(0)


class NeuralNetwork:
    def __init__(self, layer_sizes, seed=0):
        rng = np.random.default_rng(seed)
        n = len(layer_sizes) - 1
        self.layers = [DenseLayer(layer_sizes[i], layer_sizes[i + 1], rng, linear=(i == n - 1)) for i in range(n)]

    def calculate_outputs(self, inputs):
        for layer in self.layers:
            inputs = layer.calculate_outputs(inputs)
        return inputs

    def cost(self, batch):
        """average over the data points of the sum of squared errors"""
        return sum(np.sum((self.calculate_outputs(x) - t) ** 2) for x, t in batch) / len(batch)

    def update_all_gradients(self, x, t):
        out = self.calculate_outputs(x)
        node_values = 2 * (out - t)
        self.layers[-1].update_gradients(node_values)
        for k in range(len(self.layers) - 2, -1, -1):
            nxt = self.layers[k + 1]
            node_values = (nxt.w().T @ node_values) * self.layers[k].activation_derivative()
            self.layers[k].update_gradients(node_values)

    def learn(self, batch, learn_rate):
        for x, t in batch:
            self.update_all_gradients(x, t)
        for layer in self.layers:
            layer.apply_gradients(learn_rate / len(batch))

    def train(self, data, epochs, batch_size, learn_rate):
        for layer in self.layers:
            layer.clear_gradients()
        for epoch in range(epochs):
            for s in range(0, len(data), batch_size):
                self.learn(data[s:s + batch_size], learn_rate)
            if epoch % 10 == 0:
                print("epoch", epoch, "cost", self.cost(data))


if __name__ == "__main__":
    r = np.random.default_rng(1)
    pts = r.uniform(-1, 1, (60, 3))
    data = [(p, np.array([p[0] * p[1], abs(p[2])])) for p in pts]
    net = NeuralNetwork([3, 10, 6, 2])
    net.train(data, epochs=50, batch_size=10, learn_rate=0.003)
