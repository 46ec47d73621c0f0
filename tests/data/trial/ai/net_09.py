"""Bias-free softplus MLP whose parameters live in one flat vector."""
import numpy as np

SHAPES = [(7, 4), (6, 7), (2, 6)]        # (out, in)
OFFSETS = np.cumsum([0] + [a * b for a, b in SHAPES])


def unpack(theta):
    return [theta[OFFSETS[i]:OFFSETS[i + 1]].reshape(s) for i, s in enumerate(SHAPES)]


def softplus(z):
    return np.logaddexp(0.0, z)


def value_and_grad(theta, inputs, targets):
    """0.5 * ||f(x) - t||^2 averaged over rows; gradient has theta's shape."""
    A, B, C = unpack(theta)
    g = np.empty_like(theta)
    gA, gB, gC = unpack(g)

    u = inputs @ A.T
    p = softplus(u)
    v = p @ B.T
    q = softplus(v)
    f = q @ C.T

    r = f - targets
    n = inputs.shape[0]
    value = 0.5 * np.einsum('ij,ij->', r, r) / n

    r = r / n
    gC[:] = r.T @ q
    rv = (r @ C) / (1.0 + np.exp(-v))
    gB[:] = rv.T @ p
    ru = (rv @ B) / (1.0 + np.exp(-u))
    gA[:] = ru.T @ inputs
    return value, g


def sgd(theta, inputs, targets, step=0.05, iters=400, batch=25, seed=0):
    gen = np.random.default_rng(seed)
    trace = []
    for _ in range(iters):
        pick = gen.choice(len(inputs), size=batch, replace=False)
        value, g = value_and_grad(theta, inputs[pick], targets[pick])
        theta = theta - step * g
        trace.append(value)
    return theta, trace


if __name__ == "__main__":
    gen = np.random.default_rng(9)
    inputs = gen.standard_normal((100, 4))
    targets = np.column_stack([np.abs(inputs[:, 0]), inputs[:, 1] - inputs[:, 2]])
    theta0 = 0.3 * gen.standard_normal(OFFSETS[-1])
    theta, trace = sgd(theta0, inputs, targets)
    print("start %.4f  end %.4f" % (np.mean(trace[:10]), np.mean(trace[-10:])))
