# ex4 - Neural Network Learning (python port of the octave assignment)
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1 - g)


def randInitializeWeights(L_in, L_out, epsilon_init=0.12):
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, Lambda):
    # Reshape nn_params back into Theta1 and Theta2
    cut = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:cut].reshape(hidden_layer_size, input_layer_size + 1)
    Theta2 = nn_params[cut:].reshape(num_labels, hidden_layer_size + 1)
    m = X.shape[0]

    # Part 1: feedforward
    a1 = np.c_[np.ones(m), X]
    z2 = a1.dot(Theta1.T)
    a2 = np.c_[np.ones(m), sigmoid(z2)]
    z3 = a2.dot(Theta2.T)
    h = sigmoid(z3)

    Y = np.eye(num_labels)[y]
    J = -(Y * np.log(h) + (1 - Y) * np.log(1 - h)).sum() / m
    J += Lambda / (2 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    # Part 2: backpropagation
    d3 = h - Y
    d2 = d3.dot(Theta2[:, :-1]) * sigmoidGradient(z2)
    Delta1 = d2.T.dot(a1)
    Delta2 = d3.T.dot(a2)

    # Part 3: regularization
    Theta1_grad = Delta1 / m
    Theta2_grad = Delta2 / m
    Theta1_grad[:, 1:] += Lambda / m * Theta1[:, 1:]
    Theta2_grad[:, 1:] += Lambda / m * Theta2[:, 1:]

    grad = np.concatenate([Theta1_grad.ravel(), Theta2_grad.ravel()])
    return J, grad


def predict(nn_params, n_in, n_hid, n_lab, X):
    cut = n_hid * (n_in + 1)
    Theta1 = nn_params[:cut].reshape(n_hid, n_in + 1)
    Theta2 = nn_params[cut:].reshape(n_lab, n_hid + 1)
    h1 = sigmoid(np.c_[np.ones(len(X)), X].dot(Theta1.T))
    h2 = sigmoid(np.c_[np.ones(len(X)), h1].dot(Theta2.T))
    return h2.argmax(axis=1)


if __name__ == "__main__":
    np.random.seed(1)
    input_layer_size, hidden_layer_size, num_labels = 4, 8, 3
    centers = np.random.randn(num_labels, input_layer_size) * 2
    y = np.random.randint(0, num_labels, 150)
    X = centers[y] + np.random.randn(150, input_layer_size)

    params = np.concatenate([
        randInitializeWeights(input_layer_size, hidden_layer_size).ravel(),
        randInitializeWeights(hidden_layer_size, num_labels).ravel()])
    alpha = 1.0
    Lambda = 0.5
    print("Training Neural Network...")
    for it in range(400):
        J, grad = nnCostFunction(params, input_layer_size, hidden_layer_size, num_labels, X, y, Lambda)
        params = params - alpha * grad
        if it % 50 == 0:
            print("Iteration %4d | Cost: %f" % (it, J))
    pred = predict(params, input_layer_size, hidden_layer_size, num_labels, X)
    print("Training Set Accuracy: %.1f" % (np.mean(pred == y) * 100))
