# COMP 3105 - Assignment 2, question 4
# XOR with a 2-4-1 network. Error = 1/2 * sum (target - out)^2
import numpy as np

np.random.seed(42)

def sigmoid(x):
    return 1.0 / (1.0 + np.exp(-x))

def sigmoid_deriv(out):
    # takes the OUTPUT of the sigmoid
    return out * (1.0 - out)

inputs = np.array([[0, 0],
                   [0, 1],
                   [1, 0],
                   [1, 1]])
expected_output = np.array([[0], [1], [1], [0]])

epochs = 8000
lr = 0.5

hidden_weights = np.random.uniform(-1, 1, size=(2, 4))
hidden_bias = np.random.uniform(-1, 1, size=(1, 4))
output_weights = np.random.uniform(-1, 1, size=(4, 1))
output_bias = np.random.uniform(-1, 1, size=(1, 1))

for epoch in range(epochs):
    # forward
    hidden_layer_output = sigmoid(np.dot(inputs, hidden_weights) + hidden_bias)
    predicted_output = sigmoid(np.dot(hidden_layer_output, output_weights) + output_bias)

    # backprop
    error = expected_output - predicted_output
    d_predicted_output = error * sigmoid_deriv(predicted_output)
    error_hidden_layer = d_predicted_output.dot(output_weights.T)
    d_hidden_layer = error_hidden_layer * sigmoid_deriv(hidden_layer_output)

    # updating
    output_weights += hidden_layer_output.T.dot(d_predicted_output) * lr
    output_bias += np.sum(d_predicted_output, axis=0, keepdims=True) * lr
    hidden_weights += inputs.T.dot(d_hidden_layer) * lr
    hidden_bias += np.sum(d_hidden_layer, axis=0, keepdims=True) * lr

    if epoch % 2000 == 0:
        print("epoch", epoch, "E =", 0.5 * np.sum(error ** 2))

h = sigmoid(inputs @ hidden_weights + hidden_bias)
print("Output after training:", *sigmoid(h @ output_weights + output_bias).ravel())
