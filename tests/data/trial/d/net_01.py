# A neural network in a few lines of python, part 2: trying out several alphas
import numpy as np

alphas = [0.1, 1, 5]
hiddenSize = 6


# sigmoid function; pass the output of the layer to get the slope
def nonlin(x, deriv=False):
    if deriv == True:
        return x * (1 - x)
    return 1 / (1 + np.exp(-x))


# the last input is always one
X = np.array([[0, 0, 1],
              [0, 1, 1],
              [1, 0, 1],
              [1, 1, 1]])

y = np.array([[0],
              [1],
              [1],
              [0]])

for alpha in alphas:
    print("\nTraining With Alpha:" + str(alpha))
    np.random.seed(1)

    # randomly initialize our weights with mean 0
    synapse_0 = 2 * np.random.random((3, hiddenSize)) - 1
    synapse_1 = 2 * np.random.random((hiddenSize, 1)) - 1

    for j in range(5000):
        # feed forward through layers 0, 1, and 2
        layer_0 = X
        layer_1 = nonlin(np.dot(layer_0, synapse_0))
        layer_2 = nonlin(np.dot(layer_1, synapse_1))

        # how much did we miss?
        layer_2_error = layer_2 - y
        loss = 0.5 * np.sum(layer_2_error ** 2)

        if (j % 1000) == 0:
            print("Loss after " + str(j) + " iterations:" + str(loss))

        # in what direction is the target value?
        layer_2_delta = layer_2_error * nonlin(layer_2, deriv=True)

        # how much did each l1 value contribute to the l2 error?
        layer_1_error = layer_2_delta.dot(synapse_1.T)
        layer_1_delta = layer_1_error * nonlin(layer_1, deriv=True)

        synapse_1 -= alpha * (layer_1.T.dot(layer_2_delta))
        synapse_0 -= alpha * (layer_0.T.dot(layer_1_delta))

    print("Output After Training:")
    print(layer_2)
