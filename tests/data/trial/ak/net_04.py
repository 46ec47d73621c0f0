import numpy as np

# XOR
X = np.array([[0,0],[0,1],[1,0],[1,1]])
y = np.array([[0],[1],[1],[0]])

def sigmoid(x):
    return 1/(1+np.exp(-x))

def sigmoid_derivative(x):
    return x*(1-x)

np.random.seed(42)
inputLayerNeurons, hiddenLayerNeurons, outputLayerNeurons = 2, 4, 1
hidden_weights = np.random.uniform(-1, 1, size=(inputLayerNeurons, hiddenLayerNeurons))
hidden_bias = np.random.uniform(-1, 1, size=(1, hiddenLayerNeurons))
output_weights = np.random.uniform(-1, 1, size=(hiddenLayerNeurons, outputLayerNeurons))
output_bias = np.random.uniform(-1, 1, size=(1, outputLayerNeurons))

lr = 0.8
epochs = 3000

print("Initial hidden weights: ", *hidden_weights)
print("Initial output weights: ", *output_weights)

for epoch in range(epochs):
    # Forward Propagation
    hidden_layer_activation = np.dot(X, hidden_weights)
    hidden_layer_activation += hidden_bias
    hidden_layer_output = sigmoid(hidden_layer_activation)

    output_layer_activation = np.dot(hidden_layer_output, output_weights)
    output_layer_activation += output_bias
    predicted_output = sigmoid(output_layer_activation)

    # Backpropagation
    error = y - predicted_output
    mse = np.mean(error**2)
    d_predicted_output = 2*error/len(X) * sigmoid_derivative(predicted_output)

    error_hidden_layer = d_predicted_output.dot(output_weights.T)
    d_hidden_layer = error_hidden_layer * sigmoid_derivative(hidden_layer_output)

    # Updating Weights and Biases
    output_weights += hidden_layer_output.T.dot(d_predicted_output) * lr
    output_bias += np.sum(d_predicted_output, axis=0, keepdims=True) * lr
    hidden_weights += X.T.dot(d_hidden_layer) * lr
    hidden_bias += np.sum(d_hidden_layer, axis=0, keepdims=True) * lr

    if epoch % 500 == 0:
        print("epoch", epoch, "MSE", mse)

print("Final hidden weights: ", *hidden_weights)
print("Final output weights: ", *output_weights)
print("Output after training:", *predicted_output)
