import numpy as np

# "Implementing a neural network from scratch", moons replaced by three wines (made up)
np.random.seed(0)
centers = np.array([[0.5, -1.0, 0.2, 1.0], [-1.0, 0.4, 1.0, -0.3], [0.8, 1.0, -0.9, -0.6]])
wine_y = np.repeat([0, 1, 2], 30)
wine_X = centers[wine_y] + 0.6 * np.random.randn(90, 4)

num_examples = len(wine_X) # training set size
nn_input_dim = 4
nn_output_dim = 3

# Gradient descent parameters (I picked these by hand)
epsilon = 0.1
reg_lambda = 0.01


def forward(model, X):
    W1, b1, W2, b2 = model['W1'], model['b1'], model['W2'], model['b2']
    z1 = X.dot(W1) + b1
    a1 = np.tanh(z1)
    z2 = a1.dot(W2) + b2
    exp_scores = np.exp(z2)
    probs = exp_scores / np.sum(exp_scores, axis=0, keepdims=True)
    return a1, probs


# Helper function to evaluate the total loss on the dataset
def calculate_loss(model, X, y):
    a1, probs = forward(model, X)
    corect_logprobs = -np.log(probs[range(len(X)), y])
    data_loss = np.sum(corect_logprobs) / len(X)
    # Add regulatization term to loss
    data_loss += reg_lambda / 2 * (np.sum(np.square(model['W1'])) + np.sum(np.square(model['W2'])))
    return data_loss


def predict(model, x):
    return np.argmax(forward(model, x)[1], axis=1)


# - nn_hdim: Number of nodes in the hidden layer
def build_model(X, y, nn_hdim, num_passes=1000, print_loss=False, model=None):
    if model is None:
        W1 = np.random.randn(nn_input_dim, nn_hdim) / np.sqrt(nn_input_dim)
        b1 = np.zeros((1, nn_hdim))
        W2 = np.random.randn(nn_hdim, nn_output_dim) / np.sqrt(nn_hdim)
        b2 = np.zeros((1, nn_output_dim))
        model = {'W1': W1, 'b1': b1, 'W2': W2, 'b2': b2}

    for i in range(0, num_passes):
        W1, b1, W2, b2 = model['W1'], model['b1'], model['W2'], model['b2']
        a1, probs = forward(model, X)

        # Backpropagation
        delta3 = probs
        delta3[range(len(X)), y] -= 1
        delta3 = delta3 / len(X)
        dW2 = (a1.T).dot(delta3)
        db2 = np.sum(delta3, axis=0, keepdims=True)
        delta2 = delta3.dot(W2.T) * (1 - np.power(a1, 2))
        dW1 = np.dot(X.T, delta2)
        db1 = np.sum(delta2, axis=0, keepdims=True)

        # Add regularization terms (b1 and b2 don't have regularization terms)
        dW2 += reg_lambda * W2
        dW1 += reg_lambda * W1

        # Gradient descent parameter update
        model = {'W1': W1 - epsilon * dW1, 'b1': b1 - epsilon * db1,
                 'W2': W2 - epsilon * dW2, 'b2': b2 - epsilon * db2}

        if print_loss and i % 200 == 0:
            print("Loss after iteration %i: %f" % (i, calculate_loss(model, X, y)))

    return model


if __name__ == '__main__':
    model = build_model(wine_X, wine_y, 5, print_loss=True)
    print("hits:", np.sum(predict(model, wine_X) == wine_y), "of", num_examples)
