# Machine Learning Online Class - Exercise 4 (neural network learning),
# translated from MATLAB/Octave. Any number of hidden layers.
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1 - g)


def randInitializeWeights(L_in, L_out, rng):
    epsilon_init = np.sqrt(6) / np.sqrt(L_in + L_out)
    return rng.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def unroll(Thetas):
    # [Theta1(:) ; Theta2(:) ; ...]
    return np.concatenate([T.ravel(order='F') for T in Thetas])


def rollup(nn_params, layer_sizes):
    Thetas = []
    pos = 0
    for L_in, L_out in zip(layer_sizes[:-1], layer_sizes[1:]):
        n = L_out * (L_in + 1)
        Thetas.append(nn_params[pos:pos + n].reshape((L_out, L_in + 1), order='F'))
        pos += n
    return Thetas


def forward(Thetas, X):
    m = X.shape[0]
    As = [np.hstack([np.ones((m, 1)), X])]
    Zs = [None]
    for i, Theta in enumerate(Thetas):
        z = As[-1] @ Theta.T
        a = sigmoid(z)
        if i < len(Thetas) - 1:
            a = np.hstack([np.ones((m, 1)), a])
        Zs.append(z)
        As.append(a)
    return Zs, As


def nnCostFunction(nn_params, layer_sizes, X, y, lam):
    Thetas = rollup(nn_params, layer_sizes)
    m = X.shape[0]
    Y = np.eye(layer_sizes[-1])[y - 1]      # labels are 1..K as in MATLAB

    # Part 1: feedforward and cost
    Zs, As = forward(Thetas, X)
    h = As[-1]
    J = np.sum(-Y * np.log(h) - (1 - Y) * np.log(1 - h)) / m
    for T in Thetas:
        J += lam / (2 * m) * np.sum(T[:, 1:] ** 2)

    # Part 2: backpropagation
    Theta_grads = [np.zeros(T.shape) for T in Thetas]
    delta = h - Y
    for l in range(len(Thetas) - 1, -1, -1):
        Theta_grads[l] = delta.T @ As[l] / m
        if l > 0:
            delta = (delta @ Thetas[l])[:, 1:] * sigmoidGradient(Zs[l])

    # Part 3: regularization (not for the bias)
    for l, T in enumerate(Thetas):
        reg = np.zeros(T.shape)
        reg[:, 1:] = T[:, 1:]
        Theta_grads[l] += lam / m * reg

    grad = unroll(Theta_grads)
    return J, grad


def gradientDescent(theta, layer_sizes, X, y, alpha, lam, num_iters):
    J_history = []
    for it in range(num_iters):
        J, grad = nnCostFunction(theta, layer_sizes, X, y, lam)
        theta = theta - alpha * grad
        J_history.append(J)
    return theta, J_history


def predict(theta, layer_sizes, X):
    _, As = forward(rollup(theta, layer_sizes), X)
    return np.argmax(As[-1], axis=1) + 1


if __name__ == '__main__':
    rng = np.random.RandomState(1)
    centers = np.array([[2, 0, 1], [-2, 1, 0], [0, -2, -1]])
    y = rng.randint(1, 4, size=150)
    X = centers[y - 1] + rng.randn(150, 3)
    layer_sizes = [3, 6, 5, 3]
    theta = unroll([randInitializeWeights(a, b, rng)
                    for a, b in zip(layer_sizes[:-1], layer_sizes[1:])])
    theta, J_history = gradientDescent(theta, layer_sizes, X, y, 1.0, 0.1, 400)
    for it in range(0, 400, 100):
        print('Iteration %4d | Cost: %f' % (it, J_history[it]))
    print('Training Set Accuracy: %f' % (100 * np.mean(predict(theta, layer_sizes, X) == y)))
