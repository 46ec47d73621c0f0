"""A batch of four in rows, functions and a dictionary of gradients."""
import numpy as np

import crosscheck


def forward(X, W1, b1, W2, b2):
    z1 = X.dot(W1) + b1
    h = np.maximum(z1, 0)
    out = h.dot(W2) + b2
    return z1, h, out


def backward(X, y, z1, h, out, W2):
    N = X.shape[0]
    dout = 2.0 / N * (out - y)
    grads = {}
    grads["W2"] = h.T.dot(dout)
    grads["b2"] = np.sum(dout, axis=0)
    dh = dout.dot(W2.T)
    dh[z1 <= 0] = 0
    grads["W1"] = X.T.dot(dh)
    grads["b1"] = np.sum(dh, axis=0)
    return grads


class Gradients(crosscheck.Adapter):
    """The code has no update: what it shows are its gradients."""
    activations, loss, parameters = ("relu", "identity"), "sse_per_sample", ("W", "b")

    def step(self, params, x, y, lr):
        z1, h, out = forward(x, **params)
        grads = backward(x, y, z1, h, out, params["W2"])
        return {"output": out, **{"d" + name: grads[name] for name in grads}}

    read = lambda self, params: {}


EXPECTED = {"Gradients": ("agrees", [], {"remarks": ["update-not-shown"]})}

if __name__ == "__main__":
    np.random.seed(0)
    W1, W2, X = np.random.randn(3, 4), np.random.randn(4, 1), np.random.randn(4, 3)
    z1, h, out = forward(X, W1, np.zeros(4), W2, np.zeros(1))
    print(z1)
    print("outputs:", out.ravel())    # 3.66442762 0.29464612 2.23666225 0.0; the last row is dead
