from numpy import exp, array, random, dot, log


class NeuralNetwork():
    """Single neuron, 4 inputs, adapted from the "9 lines of Python" article
    for spam flags (has_link, all_caps, known_sender, bias)."""

    def __init__(self):
        random.seed(1)
        # 4 input connections and 1 output connection, values in -1..1
        self.synaptic_weights = 2 * random.random((4, 1)) - 1

    def __sigmoid(self, x):
        return 1 / (1 + exp(-x))

    def think(self, inputs):
        return self.__sigmoid(dot(inputs, self.synaptic_weights))

    def loss(self, inputs, outputs):
        # log loss, summed over the training set
        p = self.think(inputs)
        return -(outputs * log(p) + (1 - outputs) * log(1 - p)).sum()

    def train(self, training_set_inputs, training_set_outputs, number_of_training_iterations, rate=0.1):
        for iteration in range(number_of_training_iterations):
            output = self.think(training_set_inputs)
            error = training_set_outputs - output
            # with the log loss the slope of the sigmoid cancels
            adjustment = dot(training_set_inputs.T, error)
            self.synaptic_weights += rate * adjustment


if __name__ == "__main__":
    neural_network = NeuralNetwork()

    print("Random starting synaptic weights: ")
    print(neural_network.synaptic_weights)

    training_set_inputs = array([[1, 1, 0, 1], [1, 0, 1, 1], [0, 1, 0, 1], [0, 0, 1, 1], [0, 0, 0, 1], [1, 0, 0, 1]])
    training_set_outputs = array([[1, 0, 1, 0, 0, 1]]).T

    print("Loss before:", neural_network.loss(training_set_inputs, training_set_outputs))
    neural_network.train(training_set_inputs, training_set_outputs, 500)
    print("Loss after:", neural_network.loss(training_set_inputs, training_set_outputs))

    print("New synaptic weights after training: ")
    print(neural_network.synaptic_weights)

    print("Considering new situation [1, 1, 1, 1] -> ?: ")
    print(neural_network.think(array([1, 1, 1, 1])))
