# plant minder: does the plant need water in the next 12 h?
# inputs (rows of X): soil moisture, lux, air temp, humidity, hours since last watering
import numpy as np

GELU_C = np.sqrt(2 / np.pi)

def gelu(x):
    return 0.5 * x * (1 + np.tanh(GELU_C * (x + 0.044715 * x**3)))

def gelu_grad(x):
    t = np.tanh(GELU_C * (x + 0.044715 * x**3))
    return 0.5 * (1 + t) + 0.5 * x * (1 - t**2) * GELU_C * (1 + 3 * 0.044715 * x**2)

def setup(n_in, n1, n2, seed=0):
    np.random.seed(seed)
    return [np.random.randn(n1, n_in) * 0.4, np.zeros((n1, 1)),
            np.random.randn(n2, n1) * 0.4, np.zeros((n2, 1)),
            np.random.randn(1, n2) * 0.4, np.zeros((1, 1))]

def run(p, X):
    W1, c1, W2, c2, W3, c3 = p
    z1 = W1 @ X + c1
    h1 = gelu(z1)
    z2 = W2 @ h1 + c2
    h2 = gelu(z2)
    logit = W3 @ h2 + c3
    return z1, h1, z2, h2, logit

def bce(p, X, y):
    logit = run(p, X)[-1]
    # log(1+e^l) - y*l, safe for big l
    return np.mean(np.maximum(logit, 0) - y * logit + np.log1p(np.exp(-np.abs(logit))))

def backprop(p, X, y):
    W1, c1, W2, c2, W3, c3 = p
    m = X.shape[1]
    z1, h1, z2, h2, logit = run(p, X)
    prob = 1 / (1 + np.exp(-logit))
    e3 = (prob - y) / m
    e2 = W3.T @ e3 * gelu_grad(z2)
    e1 = W2.T @ e2 * gelu_grad(z1)
    return [e1 @ X.T, e1.sum(1, keepdims=True),
            e2 @ h1.T, e2.sum(1, keepdims=True),
            e3 @ h2.T, e3.sum(1, keepdims=True)]

def sgd(p, grads, lr, decay):
    # weight decay on the matrices only
    out = []
    for i, (w, g) in enumerate(zip(p, grads)):
        if i % 2 == 0:
            w = w * (1 - lr * decay)
        out.append(w - lr * g)
    return out

def fake_week(m, seed):
    r = np.random.RandomState(seed)
    X = r.rand(5, m) * 2 - 1
    need = -1.5 * X[0] + 0.6 * X[1] * X[2] - 0.4 * X[3] + 0.8 * X[4] + 0.2 * r.randn(m)
    return X, (need > 0.2).astype(float)[None, :]

if __name__ == "__main__":
    X, y = fake_week(256, 1)
    p = setup(5, 8, 6)
    for day in range(600):
        pick = np.random.choice(X.shape[1], 64, replace=False)
        p = sgd(p, backprop(p, X[:, pick], y[:, pick]), 0.3, 1e-3)
        if day % 100 == 0:
            print("step", day, "bce", bce(p, X, y))
    Xt, yt = fake_week(200, 2)
    print("test accuracy", np.mean((run(p, Xt)[-1] > 0) == (yt > 0.5)))
