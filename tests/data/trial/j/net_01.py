# ex4: Neural Networks Learning  (Octave assignment redone in Python)
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1 - g)


def randInitializeWeights(L_in, L_out, rng):
    epsilon_init = 0.12
    return rng.random((L_out, 1 + L_in)) * 2 * epsilon_init - epsilon_init


def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, Lambda):
    """Returns J and the unrolled gradient."""
    split = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:split].reshape(hidden_layer_size, input_layer_size + 1)
    Theta2 = nn_params[split:].reshape(num_labels, hidden_layer_size + 1)

    m = X.shape[0]
    Y = np.eye(num_labels)[y.astype(int).ravel() - 1]      # labels are 1..K

    # feedforward
    a1 = np.c_[np.ones((m, 1)), X]
    z2 = a1.dot(Theta1.T)
    a2 = np.c_[np.ones((m, 1)), sigmoid(z2)]
    z3 = a2.dot(Theta2.T)
    h = sigmoid(z3)

    J = (1.0 / m) * np.sum(-Y * np.log(h) - (1 - Y) * np.log(1 - h))
    J += Lambda / (2.0 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    # backprop, sample by sample like in the pdf
    Delta1 = np.zeros_like(Theta1)
    Delta2 = np.zeros_like(Theta2)
    for t in range(m):
        d3 = (h[t] - Y[t]).reshape(-1, 1)
        d2 = Theta2.T.dot(d3)[1:] * sigmoidGradient(z2[t]).reshape(-1, 1)
        Delta2 += d3.dot(a2[t].reshape(1, -1))
        Delta1 += d2.dot(a1[t].reshape(1, -1))

    Theta1_grad = Delta1 / m
    Theta2_grad = Delta2 / m
    Theta1_grad[:, 1:] += Lambda / m * Theta1[:, 1:]
    Theta2_grad[:, 1:] += Lambda / m * Theta2[:, 1:]

    return J, np.concatenate([Theta1_grad.ravel(), Theta2_grad.ravel()])


def predict(Theta1, Theta2, X):
    m = X.shape[0]
    h1 = sigmoid(np.c_[np.ones((m, 1)), X].dot(Theta1.T))
    h2 = sigmoid(np.c_[np.ones((m, 1)), h1].dot(Theta2.T))
    return np.argmax(h2, axis=1) + 1


if __name__ == "__main__":
    rng = np.random.default_rng(4)
    s_in, s_hid, K = 4, 6, 3
    y = rng.integers(1, K + 1, size=90)
    X = rng.normal(size=(90, s_in)) + 1.8 * np.eye(s_in)[y - 1]

    nn_params = np.concatenate([randInitializeWeights(s_in, s_hid, rng).ravel(),
                                randInitializeWeights(s_hid, K, rng).ravel()])
    alpha, Lambda = 1.0, 0.5
    for it in range(400):
        J, grad = nnCostFunction(nn_params, s_in, s_hid, K, X, y, Lambda)
        nn_params = nn_params - alpha * grad
        if it % 50 == 0:
            print("Iteration %4d | Cost: %f" % (it, J))
    cut = s_hid * (s_in + 1)
    p = predict(nn_params[:cut].reshape(s_hid, -1), nn_params[cut:].reshape(K, -1), X)
    print("Training Set Accuracy: %.1f" % (np.mean(p == y) * 100))
