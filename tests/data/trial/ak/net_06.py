import numpy as np

# theta is one long vector, like fminunc wants it
LAYERS = [3, 6, 5, 5, 4, 2]


def rollout_size(layers=LAYERS):
    return sum((a + 1) * b for a, b in zip(layers[:-1], layers[1:]))


def unroll(theta, layers=LAYERS):
    out = []
    p = 0
    for a, b in zip(layers[:-1], layers[1:]):
        W = theta[p:p + a * b].reshape(a, b)
        p += a * b
        c = theta[p:p + b]
        p += b
        out.append((W, c))
    return out


def swish(x):
    return x / (1 + np.exp(-x))


def swish_grad(x):
    s = 1 / (1 + np.exp(-x))
    return s + x * s * (1 - s)


def costFunction(theta, X, Y):
    """J = 1/(2m) * sum of squared residuals (over both outputs), and its gradient as a vector."""
    m = X.shape[0]
    mats = unroll(theta)
    A = X
    A_list, Z_list = [A], []
    for i, (W, c) in enumerate(mats):
        Z = A.dot(W) + c
        Z_list.append(Z)
        A = swish(Z) if i < len(mats) - 1 else Z
        A_list.append(A)

    R = A - Y
    J = (R ** 2).sum() / (2 * m)

    grad = np.zeros_like(theta)
    gmats = unroll(grad)          # views into grad
    D = R / m
    for i in range(len(mats) - 1, -1, -1):
        gW, gc = gmats[i]
        gW[:] = A_list[i].T.dot(D)
        gc[:] = D.sum(0)
        if i > 0:
            D = D.dot(mats[i][0].T) * swish_grad(Z_list[i - 1])
    return J, grad


def descend(theta, X, Y, alpha=0.1, num_iters=200, mu=0.5):
    velocity = np.zeros_like(theta)
    J_history = []
    for it in range(num_iters):
        J, grad = costFunction(theta, X, Y)
        velocity = mu * velocity + grad
        theta = theta - alpha * velocity
        J_history.append(J)
    return theta, J_history


if __name__ == '__main__':
    rs = np.random.RandomState(7)
    X = rs.randn(60, 3)
    Y = np.column_stack([np.sin(X[:, 0]) + X[:, 1], X[:, 1] * X[:, 2]])
    theta0 = rs.randn(rollout_size()) * 0.5
    theta, hist = descend(theta0, X, Y)
    print('J first/last:', hist[0], hist[-1])
