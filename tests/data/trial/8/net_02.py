import numpy

# neural network class definition
class neuralNetwork:

    # initialise the neural network
    def __init__(self, inputnodes, hiddennodes, outputnodes, learningrate):
        self.inodes = inputnodes
        self.hnodes = hiddennodes
        self.onodes = outputnodes

        # link weight matrices, wih and who
        # w_i_j: link from node i to node j in the next layer
        self.wih = numpy.random.normal(0.0, pow(self.inodes, -0.5), (self.hnodes, self.inodes))
        self.who = numpy.random.normal(0.0, pow(self.hnodes, -0.5), (self.onodes, self.hnodes))
        self.bh = numpy.zeros((self.hnodes, 1))
        self.bo = numpy.zeros((self.onodes, 1))

        self.lr = learningrate

        # activation function is the sigmoid function
        self.activation_function = lambda x: 1.0 / (1.0 + numpy.exp(-x))

    # train the neural network on one example, E = 1/2 * sum (t - o)^2
    def train(self, inputs_list, targets_list):
        inputs = numpy.array(inputs_list, ndmin=2).T
        targets = numpy.array(targets_list, ndmin=2).T

        hidden_inputs = numpy.dot(self.wih, inputs) + self.bh
        hidden_outputs = self.activation_function(hidden_inputs)
        final_inputs = numpy.dot(self.who, hidden_outputs) + self.bo
        final_outputs = self.activation_function(final_inputs)

        output_errors = targets - final_outputs
        output_grad = output_errors * final_outputs * (1.0 - final_outputs)
        # split by weights, recombined at the hidden nodes
        hidden_errors = numpy.dot(self.who.T, output_grad)
        hidden_grad = hidden_errors * hidden_outputs * (1.0 - hidden_outputs)

        self.who += self.lr * numpy.dot(output_grad, numpy.transpose(hidden_outputs))
        self.bo += self.lr * output_grad
        self.wih += self.lr * numpy.dot(hidden_grad, numpy.transpose(inputs))
        self.bh += self.lr * hidden_grad

        return 0.5 * numpy.sum(output_errors ** 2)

    # query the neural network
    def query(self, inputs_list):
        inputs = numpy.array(inputs_list, ndmin=2).T
        hidden_outputs = self.activation_function(numpy.dot(self.wih, inputs) + self.bh)
        return self.activation_function(numpy.dot(self.who, hidden_outputs) + self.bo)


def make_digit(k):
    # fake 4x4 "digits": one bright row or column plus noise
    img = numpy.random.rand(4, 4) * 0.3
    if k < 4:
        img[k, :] += 0.7
    else:
        img[:, k - 4] += 0.7
    return (img.flatten() * 0.99) + 0.01


if __name__ == '__main__':
    numpy.random.seed(42)
    n = neuralNetwork(16, 20, 8, 0.3)
    epochs = 5
    for e in range(epochs):
        total = 0.0
        for i in range(200):
            label = numpy.random.randint(8)
            targets = numpy.zeros(8) + 0.01
            targets[label] = 0.99
            total += n.train(make_digit(label), targets)
        print("epoch", e, "error", total / 200)

    scorecard = []
    for i in range(80):
        label = i % 8
        scorecard.append(int(numpy.argmax(n.query(make_digit(label))) == label))
    print("performance =", sum(scorecard) / len(scorecard))
