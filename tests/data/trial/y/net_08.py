import numpy as np

np.random.seed(10)


def with_ones(M):
    """Prepend the constant input, so that row 0 of every Theta holds the offsets."""
    return np.hstack([np.ones((M.shape[0], 1)), M])


def logistic(a):
    return 1 / (1 + np.exp(-a))


def build(*dims):
    return [np.random.uniform(-0.7, 0.7, (p + 1, q)) for p, q in zip(dims, dims[1:])]


def propagate(Thetas, X):
    stages = []
    S = X
    for Theta in Thetas[:-1]:
        S1 = with_ones(S)
        stages.append(S1)
        S = logistic(S1 @ Theta)
    S1 = with_ones(S)
    stages.append(S1)
    return S1 @ Thetas[-1], stages


def cost(Thetas, X, Y):
    Yhat, _ = propagate(Thetas, X)
    return np.sum((Yhat - Y) ** 2) / (2 * X.shape[0])


def dcost(Thetas, X, Y):
    Yhat, stages = propagate(Thetas, X)
    Delta = (Yhat - Y) / X.shape[0]
    out = []
    for Theta, S1 in zip(Thetas[::-1], stages[::-1]):
        out.insert(0, S1.T @ Delta)
        Delta = (Delta @ Theta.T * S1 * (1 - S1))[:, :-1]
    return out


def update(Thetas, X, Y, alpha):
    return [T - alpha * G for T, G in zip(Thetas, dcost(Thetas, X, Y))]


X = np.random.rand(120, 2) * 4 - 2
Y = np.column_stack([np.exp(-np.sum(X ** 2, 1)), X[:, 0] / (1 + X[:, 1] ** 2)])

Thetas = build(2, 9, 7, 2)
for i in range(1500):
    Thetas = update(Thetas, X, Y, 0.5)
    if i % 300 == 0:
        print("iteration", i, "cost", round(cost(Thetas, X, Y), 5))
print("cost after training:", cost(Thetas, X, Y))
