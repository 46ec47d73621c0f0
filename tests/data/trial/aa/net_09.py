# Stat learning, assignment 4: margin-based classifier, labels in {-1,+1}
# empirical risk  R(W) = sum_i log(1 + exp(-y_i f(x_i)))  over the current batch
import numpy as np

softplus = lambda u: np.logaddexp(0.0, u)
logistic = lambda u: np.exp(-np.logaddexp(0.0, -u))


def add_one(M):
    return np.hstack((M, np.ones((M.shape[0], 1))))


def init_net(widths, rs):
    # last row of every matrix is the intercept
    Ws = []
    for a, b in zip(widths, widths[1:]):
        W = rs.normal(0, 1 / np.sqrt(a), size=(a + 1, b))
        W[-1] = 0
        Ws.append(W)
    return Ws


def decision(Ws, X):
    H = X
    for W in Ws[:-1]:
        H = softplus(add_one(H) @ W)
    return (add_one(H) @ Ws[-1]).ravel()


def risk(Ws, X, y):
    return softplus(-y * decision(Ws, X)).sum()


def risk_grad(Ws, X, y):
    inputs, lin = [], []
    H = X
    for k, W in enumerate(Ws):
        H1 = add_one(H)
        inputs.append(H1)
        U = H1 @ W
        lin.append(U)
        H = softplus(U)
    f = lin[-1].ravel()
    D = (-y * logistic(-y * f)).reshape(-1, 1)
    grads = [None] * len(Ws)
    for k in reversed(range(len(Ws))):
        grads[k] = inputs[k].T @ D
        if k:
            D = (D @ Ws[k][:-1].T) * logistic(lin[k - 1])
    return grads


def main():
    rs = np.random.RandomState(99)
    X = rs.uniform(-2, 2, (240, 2))
    y = np.where(X[:, 0] ** 2 + X[:, 1] ** 2 < 2.0, 1.0, -1.0)
    Ws = init_net([2, 10, 6, 1], rs)
    eta = 0.01
    for sweep in range(120):
        for rows in np.array_split(rs.permutation(240), 12):
            for W, G in zip(Ws, risk_grad(Ws, X[rows], y[rows])):
                W -= eta * G
        if sweep % 20 == 0:
            err = np.mean(np.sign(decision(Ws, X)) != y)
            print('sweep %3d  risk %.3f  error rate %.3f' % (sweep, risk(Ws, X, y), err))


main()
