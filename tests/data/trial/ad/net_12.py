import numpy

# neural network class definition
# (from the book, but with tanh nodes and a second + third hidden layer, and no scipy)
class neuralNetwork:

    # initialise the neural network
    def __init__(self, inputnodes, hiddennodes, outputnodes, learningrate):
        self.inodes = inputnodes
        self.hnodes = hiddennodes
        self.onodes = outputnodes

        # link weight matrices, w_i_j, where link is from node i to node j in the next layer
        self.wih = numpy.random.normal(0.0, pow(self.inodes, -0.5), (self.hnodes, self.inodes))
        self.whh1 = numpy.random.normal(0.0, pow(self.hnodes, -0.5), (self.hnodes, self.hnodes))
        self.whh2 = numpy.random.normal(0.0, pow(self.hnodes, -0.5), (self.hnodes, self.hnodes))
        self.who = numpy.random.normal(0.0, pow(self.hnodes, -0.5), (self.onodes, self.hnodes))

        # learning rate
        self.lr = learningrate

        self.activation_function = lambda x: numpy.tanh(x)
        self.output_function = lambda x: 1.0 / (1.0 + numpy.exp(-x))

    # train the neural network, one record at a time
    # error to make small: half the squared distance of the final outputs to the targets
    def train(self, inputs_list, targets_list):
        inputs = numpy.array(inputs_list, ndmin=2).T
        targets = numpy.array(targets_list, ndmin=2).T

        hidden1 = self.activation_function(numpy.dot(self.wih, inputs))
        hidden2 = self.activation_function(numpy.dot(self.whh1, hidden1))
        hidden3 = self.activation_function(numpy.dot(self.whh2, hidden2))
        final_outputs = self.output_function(numpy.dot(self.who, hidden3))

        # output layer error is the (target - actual)
        output_errors = targets - final_outputs
        output_grad = output_errors * final_outputs * (1.0 - final_outputs)

        # hidden layer errors, split by weights, recombined at hidden nodes
        hidden3_errors = numpy.dot(self.who.T, output_errors)
        hidden3_grad = hidden3_errors * (1.0 - hidden3 ** 2)
        hidden2_errors = numpy.dot(self.whh2.T, hidden3_grad)
        hidden2_grad = hidden2_errors * (1.0 - hidden2 ** 2)
        hidden1_errors = numpy.dot(self.whh1.T, hidden2_grad)
        hidden1_grad = hidden1_errors * (1.0 - hidden1)

        # update the weights for the links between the layers
        self.who += self.lr * numpy.dot(output_grad, hidden3.T)
        self.whh2 += self.lr * numpy.dot(hidden3_grad, hidden2.T)
        self.whh1 += self.lr * numpy.dot(hidden2_grad, hidden1.T)
        self.wih += self.lr * numpy.dot(hidden1_grad, inputs.T)

        return 0.5 * numpy.sum(output_errors ** 2)

    # query the neural network
    def query(self, inputs_list):
        signal = numpy.array(inputs_list, ndmin=2).T
        for w in (self.wih, self.whh1, self.whh2):
            signal = self.activation_function(numpy.dot(w, signal))
        return self.output_function(numpy.dot(self.who, signal))


if __name__ == "__main__":
    numpy.random.seed(5)
    # little 3x3 "images": horizontal bar, vertical bar, diagonal
    def record(k):
        img = numpy.zeros((3, 3)) + 0.01
        r = numpy.random.randint(3)
        if k == 0: img[r, :] = 1
        if k == 1: img[:, r] = 1
        if k == 2: img[range(3), range(3)] = 1
        return (img + 0.1 * numpy.random.rand(3, 3)).ravel()

    n = neuralNetwork(9, 12, 3, 0.1)
    for e in range(40):
        err = 0
        for i in range(60):
            targets = numpy.zeros(3) + 0.01
            targets[i % 3] = 0.99
            err += n.train(record(i % 3), targets)
        if e % 10 == 0:
            print("epoch", e, "error", err / 60)
    scorecard = [int(numpy.argmax(n.query(record(i % 3))) == i % 3) for i in range(90)]
    print("performance =", sum(scorecard) / len(scorecard))
