# All weights in a single vector theta, so that the same objective can go to scipy.optimize
# or to the plain descent at the bottom.
import numpy as np

ALPHA = 0.1     # slope of the leaky relu on the negative side


def n_theta(dims):
    return sum((a + 1) * b for a, b in zip(dims, dims[1:]))


def unroll(theta, dims):
    """theta -> [(W, b), ...],  W is (n_in, n_out)"""
    out, pos = [], 0
    for a, b in zip(dims, dims[1:]):
        W = theta[pos:pos + a * b].reshape(a, b)
        pos += a * b
        bias = theta[pos:pos + b]
        pos += b
        out.append((W, bias))
    assert pos == theta.size
    return out


def lrelu(z):
    return np.where(z > 0, z, ALPHA * z)


def value_and_grad(theta, dims, X, Y):
    """Half mean (over the rows) of the squared residual norm, and its gradient."""
    layers = unroll(theta, dims)
    acts, pres = [X], []
    for i, (W, b) in enumerate(layers):
        z = acts[-1].dot(W) + b
        pres.append(z)
        acts.append(z if i == len(layers) - 1 else lrelu(z))
    R = acts[-1] - Y
    N = len(X)
    val = 0.5 * (R ** 2).sum() / N

    dWs, dbs = [None] * len(layers), [None] * len(layers)
    D = R / N
    for i in reversed(range(len(layers))):
        dWs[i] = acts[i].T.dot(D)
        dbs[i] = D.sum(axis=0)
        if i > 0:
            D = D.dot(layers[i][0].T) * np.where(pres[i - 1] > 0, 1.0, ALPHA)
    grad = np.concatenate([g.ravel() for g in dWs + dbs])
    return val, grad


def start(dims, seed):
    rng = np.random.RandomState(seed)
    theta = np.zeros(n_theta(dims))
    for W, b in unroll(theta, dims):
        W[...] = rng.normal(scale=np.sqrt(2.0 / W.shape[0]), size=W.shape)   # views into theta
    return theta


def descend(theta, dims, X, Y, eta=0.003, mu=0.5, iters=300, report=60):
    theta = theta.copy()
    vel = np.zeros_like(theta)
    for k in range(iters):
        val, g = value_and_grad(theta, dims, X, Y)
        vel = mu * vel - eta * g
        theta += vel
        if report and k % report == 0:
            print("iter %3d   f = %.6f   |g| = %.3e" % (k, val, np.linalg.norm(g)))
    return theta


if __name__ == "__main__":
    rng = np.random.RandomState(0)
    X = rng.randn(100, 3)
    Y = np.c_[X[:, 0] * X[:, 1], np.abs(X[:, 2])]
    dims = [3, 8, 8, 2]
    theta = descend(start(dims, 1), dims, X, Y)
    print("final", value_and_grad(theta, dims, X, Y)[0])
