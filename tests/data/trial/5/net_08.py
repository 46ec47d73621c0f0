import numpy

# neural network class definition (the one from the book, for my 4x4 digits)
class neuralNetwork:

    # initialise the neural network
    def __init__(self, inputnodes, hiddennodes, outputnodes, learningrate):
        self.inodes = inputnodes
        self.hnodes = hiddennodes
        self.onodes = outputnodes

        # link weight matrices, wih and who
        # w11 w21
        # w12 w22 etc
        self.wih = numpy.random.normal(0.0, pow(self.inodes, -0.5), (self.hnodes, self.inodes))
        self.who = numpy.random.normal(0.0, pow(self.hnodes, -0.5), (self.onodes, self.hnodes))

        self.lr = learningrate
        self.activation_function = lambda x: 1.0 / (1.0 + numpy.exp(-x))

    # train the neural network, returns the squared error E = 1/2 sum (t - o)^2 of the record
    def train(self, inputs_list, targets_list):
        # convert inputs list to 2d array
        inputs = numpy.array(inputs_list, ndmin=2).T
        targets = numpy.array(targets_list, ndmin=2).T

        hidden_inputs = numpy.dot(self.wih, inputs)
        hidden_outputs = self.activation_function(hidden_inputs)

        final_inputs = numpy.dot(self.who, hidden_outputs)
        final_outputs = self.activation_function(final_inputs)

        # output layer error is the (target - actual)
        output_errors = targets - final_outputs
        # hidden layer error is the output_errors, split by weights, recombined at hidden nodes
        hidden_errors = numpy.dot(self.who.T, output_errors)

        # update the weights for the links between the hidden and output layers
        self.who += self.lr * numpy.dot((output_errors * final_outputs * (1.0 - final_outputs)), numpy.transpose(hidden_outputs))

        # update the weights for the links between the input and hidden layers
        self.wih += self.lr * numpy.dot((hidden_errors * hidden_outputs * (1.0 - hidden_outputs)), numpy.transpose(inputs))

        return 0.5 * numpy.sum(output_errors ** 2)

    # query the neural network
    def query(self, inputs_list):
        inputs = numpy.array(inputs_list, ndmin=2).T
        hidden_outputs = self.activation_function(numpy.dot(self.wih, inputs))
        return self.activation_function(numpy.dot(self.who, hidden_outputs))


if __name__ == "__main__":
    numpy.random.seed(7)
    pictures = {
        0: ".##.#..##..#.##.",
        1: "..#..##...#...#.",
        7: "####...#..#..#..",
    }
    labels = sorted(pictures)
    n = neuralNetwork(16, 10, len(labels), 0.3)
    for e in range(200):
        total = 0.0
        for k, label in enumerate(labels):
            pixels = numpy.array([0.99 if c == "#" else 0.01 for c in pictures[label]])
            targets = numpy.zeros(len(labels)) + 0.01
            targets[k] = 0.99
            total += n.train(pixels, targets)
        if e % 40 == 0:
            print("epoch", e, "error", total)
    for label in labels:
        pixels = [0.99 if c == "#" else 0.01 for c in pictures[label]]
        print(label, "->", labels[int(numpy.argmax(n.query(pixels)))])
