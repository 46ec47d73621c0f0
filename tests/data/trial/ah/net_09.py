# Backprop from scratch (no numpy!) - the tutorial classifies wheat seeds,
# here: predict two numbers (yield and moisture) from three measurements
from math import exp
from random import seed, random

# Initialize a network
def initialize_network(n_inputs, n_hidden, n_outputs):
	network = list()
	hidden_layer = [{'weights':[random() - 0.5 for i in range(n_inputs + 1)]} for i in range(n_hidden)]
	network.append(hidden_layer)
	output_layer = [{'weights':[random() - 0.5 for i in range(n_hidden + 1)]} for i in range(n_outputs)]
	network.append(output_layer)
	return network

# Calculate neuron activation for an input
def activate(weights, inputs):
	activation = weights[-1]
	for i in range(len(weights)-1):
		activation += weights[i] * inputs[i]
	return activation

# Transfer neuron activation
def transfer(activation):
	return 1.0 / (1.0 + exp(-activation))

# Forward propagate input to a network output (last layer is linear)
def forward_propagate(network, row):
	inputs = row
	for i, layer in enumerate(network):
		new_inputs = []
		for neuron in layer:
			activation = activate(neuron['weights'], inputs)
			if i == len(network) - 1:
				neuron['output'] = activation
			else:
				neuron['output'] = transfer(activation)
			new_inputs.append(neuron['output'])
		inputs = new_inputs
	return inputs

# Calculate the derivative of an neuron output
def transfer_derivative(output):
	return output * (1.0 - output)

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
				neuron = layer[j]
				errors.append(neuron['output'] - expected[j])
		for j in range(len(layer)):
			neuron = layer[j]
			neuron['delta'] = errors[j] * transfer_derivative(neuron['output'])

# Update network weights with error
def update_weights(network, row, l_rate):
	for i in range(len(network)):
		inputs = row
		if i != 0:
			inputs = [neuron['output'] for neuron in network[i - 1]]
		for neuron in network[i]:
			for j in range(len(inputs)):
				neuron['weights'][j] -= l_rate * neuron['delta'] * inputs[j]
			neuron['weights'][-1] -= l_rate * neuron['delta']

# Train a network for a fixed number of epochs; error of a row is 1/2 sum (t - o)^2
def train_network(network, train, targets, l_rate, n_epoch):
	for epoch in range(n_epoch):
		sum_error = 0
		for row, expected in zip(train, targets):
			outputs = forward_propagate(network, row)
			sum_error += 0.5 * sum([(expected[i]-outputs[i])**2 for i in range(len(expected))])
			backward_propagate_error(network, expected)
			update_weights(network, row, l_rate)
		if epoch % 10 == 0:
			print('>epoch=%d, lrate=%.3f, error=%.3f' % (epoch, l_rate, sum_error))

if __name__ == '__main__':
	seed(1)
	dataset = [[random(), random(), random()] for _ in range(50)]
	targets = [[0.3*a + 0.5*b*c, 0.8 - 0.4*c + 0.2*a*a] for a, b, c in dataset]
	network = initialize_network(3, 4, 2)
	train_network(network, dataset, targets, 0.3, 60)
	for row, t in list(zip(dataset, targets))[:4]:
		print('Expected', t, 'Got', forward_propagate(network, row))
