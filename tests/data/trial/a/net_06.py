"""Exercise 4 (nnCostFunction) ported from Octave to Python.

Parameters are unrolled in one vector nn_params = [Theta1(:); Theta2(:)],
the first column of every Theta belongs to the bias unit.
Hidden units changed from sigmoid to GELU; descent with momentum instead of fmincg.
"""
import numpy as np

C = np.sqrt(2 / np.pi)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def gelu(z):
    return 0.5 * z * (1 + np.tanh(C * (z + 0.044715 * z ** 3)))


def geluGradient(z):
    t = np.tanh(C * (z + 0.044715 * z ** 3))
    return 0.5 * (1 + t) + 0.5 * z * (1 - t ** 2) * C * (1 + 3 * 0.044715 * z ** 2)


def reshapeParams(nn_params, n_in, n_hid, n_lab):
    k = n_hid * (n_in + 1)
    Theta1 = nn_params[:k].reshape((n_hid, n_in + 1), order='F')
    Theta2 = nn_params[k:].reshape((n_lab, n_hid + 1), order='F')
    return Theta1, Theta2


def nnCostFunction(nn_params, n_in, n_hid, n_lab, X, y, lam):
    Theta1, Theta2 = reshapeParams(nn_params, n_in, n_hid, n_lab)
    m = X.shape[0]
    Y = np.eye(n_lab)[y]

    a1 = np.hstack([np.ones((m, 1)), X])
    z2 = a1 @ Theta1.T
    a2 = np.hstack([np.ones((m, 1)), gelu(z2)])
    a3 = sigmoid(a2 @ Theta2.T)

    J = -np.sum(Y * np.log(a3) + (1 - Y) * np.log(1 - a3)) / m
    J += lam / (2 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    d3 = a3 - Y
    d2 = (d3 @ Theta2[:, 1:]) * geluGradient(z2)

    Theta1_grad = d2.T @ a1 / m
    Theta2_grad = d3.T @ a2 / m
    Theta1_grad[:, 1:] += lam / m * Theta1[:, 1:]
    Theta2_grad[:, 1:] += lam / m * Theta2[:, 1:]

    grad = np.concatenate([Theta1_grad.ravel(order='F'), Theta2_grad.ravel(order='F')])
    return J, grad


def train(X, y, n_hid, n_lab, lam=1.0, alpha=0.3, beta=0.8, iters=200, seed=0):
    n_in = X.shape[1]
    rng = np.random.RandomState(seed)
    size = n_hid * (n_in + 1) + n_lab * (n_hid + 1)
    nn_params = rng.uniform(-0.3, 0.3, size)
    vel = np.zeros(size)
    for it in range(iters):
        J, grad = nnCostFunction(nn_params, n_in, n_hid, n_lab, X, y, lam)
        vel = beta * vel - alpha * grad
        nn_params = nn_params + vel
        if it % 50 == 0:
            print('Iteration %4d | Cost: %.5f' % (it, J))
    return nn_params


if __name__ == '__main__':
    rng = np.random.RandomState(2)
    X = rng.randn(150, 4)
    y = (X[:, 0] + X[:, 1] > 0).astype(int) + (X[:, 2] > 0.5)
    p = train(X, y, 6, 3)
    print('done, |params| =', np.linalg.norm(p))
