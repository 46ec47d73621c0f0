# ex4 in numpy (from my Octave solution)
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1 - g)


def randInitializeWeights(L_in, L_out):
    epsilon_init = 0.5
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lam):
    """J and grad for a two layer network.

    J = 1/m * sum(sum(-Y.*log(h) - (1-Y).*log(1-h)))
        + lambda/(2m) * (sum(sum(Theta1(:,2:end).^2)) + sum(sum(Theta2(:,2:end).^2)))
    """
    split = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:split].reshape((hidden_layer_size, input_layer_size + 1), order='F')
    Theta2 = nn_params[split:].reshape((num_labels, hidden_layer_size + 1), order='F')
    m = X.shape[0]
    Y = np.eye(num_labels)[y - 1]

    a1 = np.hstack([np.ones((m, 1)), X])
    z2 = a1 @ Theta1.T
    a2 = np.hstack([np.ones((m, 1)), sigmoid(z2)])
    z3 = a2 @ Theta2.T
    h = sigmoid(z3)

    J = np.sum(-Y * np.log(h) - (1 - Y) * np.log(1 - h)) / m
    J = J + lam / (2 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    delta3 = h - Y
    delta2 = (delta3 @ Theta2[:, 1:]) * sigmoidGradient(z2)
    Theta1_grad = delta2.T @ a1 / m
    Theta2_grad = delta3.T @ a2 / m

    Theta1_grad = Theta1_grad + (lam / m) * Theta1
    Theta2_grad = Theta2_grad + (lam / m) * Theta2

    grad = np.concatenate([Theta1_grad.ravel(order='F'), Theta2_grad.ravel(order='F')])
    return J, grad


def gradientDescent(costFunction, params, alpha, num_iters):
    J_history = np.zeros(num_iters)
    for it in range(num_iters):
        J_history[it], grad = costFunction(params)
        params = params - alpha * grad
    return params, J_history


def predict(Theta1, Theta2, X):
    m = X.shape[0]
    h1 = sigmoid(np.hstack([np.ones((m, 1)), X]) @ Theta1.T)
    h2 = sigmoid(np.hstack([np.ones((m, 1)), h1]) @ Theta2.T)
    return np.argmax(h2, axis=1) + 1


if __name__ == '__main__':
    np.random.seed(1)
    X = np.random.randn(150, 4)
    y = np.argmax(X[:, :3] + 0.4 * X[:, 3:], axis=1) + 1
    n, hid, K = 4, 6, 3
    initial = np.concatenate([randInitializeWeights(n, hid).ravel(order='F'),
                              randInitializeWeights(hid, K).ravel(order='F')])
    cost = lambda p: nnCostFunction(p, n, hid, K, X, y, 1.0)
    params, hist = gradientDescent(cost, initial, 0.8, 400)
    T1 = params[:hid * (n + 1)].reshape((hid, n + 1), order='F')
    T2 = params[hid * (n + 1):].reshape((K, hid + 1), order='F')
    print('Cost: %f -> %f' % (hist[0], hist[-1]))
    print('Training Set Accuracy: %f' % (np.mean(predict(T1, T2, X) == y) * 100))
