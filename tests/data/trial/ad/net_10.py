# Backprop on the seeds-like toy dataset, network as list of dicts
from math import exp
from random import seed, random, gauss

def initialize_network(n_inputs, n_hidden, n_outputs):
    network = list()
    prev = n_inputs
    for n in n_hidden:
        network.append([{'weights': [random() - 0.5 for i in range(prev + 1)]} for i in range(n)])
        prev = n
    network.append([{'weights': [random() - 0.5 for i in range(prev + 1)]} for i in range(n_outputs)])
    return network

# Calculate neuron activation for an input
def activate(weights, inputs):
    activation = weights[-1]
    for i in range(len(weights)-1):
        activation += weights[i] * inputs[i]
    return activation

def transfer(activation):
    return 1.0 / (1.0 + exp(-activation))

def transfer_derivative(output):
    return output * (1.0 - output)

def forward_propagate(network, row):
    inputs = row[:-1]
    for layer in network:
        new_inputs = []
        for neuron in layer:
            neuron['output'] = transfer(activate(neuron['weights'], inputs))
            new_inputs.append(neuron['output'])
        inputs = new_inputs
    return inputs

# Backpropagate error and store in neurons
def backward_propagate_error(network, expected):
    for i in reversed(range(len(network))):
        layer = network[i]
        errors = list()
        if i != len(network)-1:
            for j in range(len(layer)):
                error = 0.0
                for neuron in network[i + 1]:
                    error += (neuron['weights'][j] * neuron['delta'])
                errors.append(error)
        else:
            for j in range(len(layer)):
                errors.append(layer[j]['output'] - expected[j])
        for j in range(len(layer)):
            layer[j]['delta'] = errors[j] * transfer_derivative(layer[j]['output'])

# Update network weights with error
def update_weights(network, row, l_rate):
    for i in range(len(network)):
        inputs = row[:-1]
        if i != 0:
            inputs = [neuron['output'] for neuron in network[i - 1]]
        for neuron in network[i]:
            for j in range(len(inputs)):
                neuron['weights'][j] -= l_rate * neuron['delta'] * inputs[j]
                neuron['weights'][-1] -= l_rate * neuron['delta']

def train_network(network, train, l_rate, n_epoch, n_outputs):
    for epoch in range(n_epoch):
        sum_error = 0
        for row in train:
            outputs = forward_propagate(network, row)
            expected = [0 for i in range(n_outputs)]
            expected[row[-1]] = 1
            sum_error += 0.5 * sum([(expected[i]-outputs[i])**2 for i in range(len(expected))])
            backward_propagate_error(network, expected)
            update_weights(network, row, l_rate)
        if epoch % 20 == 0:
            print('>epoch=%d, lrate=%.3f, error=%.3f' % (epoch, l_rate, sum_error))

def predict(network, row):
    outputs = forward_propagate(network, row)
    return outputs.index(max(outputs))

if __name__ == '__main__':
    seed(1)
    dataset = []
    for k, (cx, cy, cz) in enumerate([(1, 0, -1), (-1, 1, 0), (0, -1, 1)]):
        for _ in range(15):
            dataset.append([gauss(cx, 0.4), gauss(cy, 0.4), gauss(cz, 0.4), k])
    network = initialize_network(3, [5, 4], 3)
    train_network(network, dataset, 0.5, 100, 3)
    print('accuracy', sum(predict(network, r) == r[-1] for r in dataset) / len(dataset))
