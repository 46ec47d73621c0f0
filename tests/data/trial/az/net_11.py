import numpy as np

# ex4: neural network learning (translated from my octave homework)
# Theta1: hidden x (in+1), Theta2: labels x (hidden+1); first column = bias


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1 - g)


def randInitializeWeights(L_in, L_out):
    epsilon_init = 0.5
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lam):
    split = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:split].reshape(hidden_layer_size, input_layer_size + 1)
    Theta2 = nn_params[split:].reshape(num_labels, hidden_layer_size + 1)
    m = X.shape[0]

    Y = np.zeros((m, num_labels))
    for i in range(m):
        Y[i, y[i]] = 1

    a1 = np.hstack([np.ones((m, 1)), X])
    z2 = a1.dot(Theta1.T)
    a2 = np.hstack([np.ones((m, 1)), sigmoid(z2)])
    z3 = a2.dot(Theta2.T)
    h = sigmoid(z3)

    J = (1.0 / m) * np.sum(-Y * np.log(h) - (1 - Y) * np.log(1 - h))
    # bias terms are not regularized
    J += lam / (2.0 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    delta3 = h - Y
    delta2 = delta3.dot(Theta2[:, 1:]) * sigmoidGradient(z2)

    Theta1_grad = delta2.T.dot(a1) / m
    Theta2_grad = delta3.T.dot(a2) / m

    Theta1_grad += (lam / m) * Theta1
    Theta2_grad += (lam / m) * Theta2

    grad = np.concatenate([Theta1_grad.ravel(), Theta2_grad.ravel()])
    return J, grad


def gradientDescent(nn_params, alpha, num_iters, *args):
    J_history = []
    for k in range(num_iters):
        J, grad = nnCostFunction(nn_params, *args)
        nn_params = nn_params - alpha * grad
        J_history.append(J)
        if k % 50 == 0:
            print('Iteration %4d | Cost: %4.6f' % (k, J))
    return nn_params, J_history


def predict(Theta1, Theta2, X):
    m = X.shape[0]
    h1 = sigmoid(np.hstack([np.ones((m, 1)), X]).dot(Theta1.T))
    h2 = sigmoid(np.hstack([np.ones((m, 1)), h1]).dot(Theta2.T))
    return h2.argmax(axis=1)


if __name__ == '__main__':
    np.random.seed(4)
    X = np.random.randn(90, 4)
    y = np.argmax(X[:, :3] + 0.3 * X[:, 3:], axis=1)
    T1 = randInitializeWeights(4, 6)
    T2 = randInitializeWeights(6, 3)
    p0 = np.concatenate([T1.ravel(), T2.ravel()])
    p, hist = gradientDescent(p0, 1.0, 300, 4, 6, 3, X, y, 1.0)
    print('Training accuracy: %.1f' % (100 * np.mean(predict(p[:30].reshape(6, 5), p[30:].reshape(3, 7), X) == y)))
