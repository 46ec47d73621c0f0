"""Stax-flavoured functional nets: every layer is a triple (init, fwd, bwd). No biases."""
import numpy as np

C = np.sqrt(2.0 / np.pi)


def linear(n_out):
    def init(rng, n_in):
        return n_out, rng.normal(size=(n_out, n_in)) * np.sqrt(1.0 / n_in)

    def fwd(w, x):
        return w @ x, x

    def bwd(w, x, ct):
        return ct @ x.T, w.T @ ct
    return init, fwd, bwd


def gelu():
    def init(rng, n_in):
        return n_in, None

    def fwd(_, x):
        t = np.tanh(C * (x + 0.044715 * x ** 3))
        return 0.5 * x * (1 + t), (x, t)

    def bwd(_, saved, ct):
        x, t = saved
        dt = (1 - t ** 2) * C * (1 + 3 * 0.044715 * x ** 2)
        return None, ct * (0.5 * (1 + t) + 0.5 * x * dt)
    return init, fwd, bwd


def serial(*layers):
    inits, fwds, bwds = zip(*layers)

    def init(rng, n_in):
        ps = []
        for f in inits:
            n_in, p = f(rng, n_in)
            ps.append(p)
        return n_in, ps

    def fwd(ps, x):
        tape = []
        for f, p in zip(fwds, ps):
            x, s = f(p, x)
            tape.append(s)
        return x, tape

    def bwd(ps, tape, ct):
        gs = []
        for f, p, s in zip(reversed(bwds), reversed(ps), reversed(tape)):
            g, ct = f(p, s, ct)
            gs.insert(0, g)
        return gs, ct
    return init, fwd, bwd


def bce_with_logits(z, y):
    """mean binary cross entropy and its cotangent; z and y have shape (1, batch)"""
    value = np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
    return value, (1 / (1 + np.exp(-z)) - y) / z.shape[1]


def l2(ps, lam):
    return 0.5 * lam * sum(np.sum(p ** 2) for p in ps if p is not None)


def make_update(fwd, bwd, lr, lam):
    def update(ps, x, y):
        z, tape = fwd(ps, x)
        value, ct = bce_with_logits(z, y)
        gs, _ = bwd(ps, tape, ct)
        new = [p if p is None else p - lr * (g + lam * p) for p, g in zip(ps, gs)]
        return new, value + l2(ps, lam)
    return update


if __name__ == "__main__":
    rng = np.random.default_rng(8)
    x = rng.uniform(-1.5, 1.5, size=(2, 200))
    y = (x[0] ** 2 + x[1] ** 2 < 1.2).astype(float)[None, :]
    x = np.vstack([x, np.ones((1, 200))])
    net_init, net_fwd, net_bwd = serial(linear(14), gelu(), linear(9), gelu(), linear(1))
    _, params = net_init(rng, 3)
    update = make_update(net_fwd, net_bwd, lr=0.3, lam=1e-3)
    for epoch in range(60):
        idx = rng.permutation(200)
        for batch in np.split(idx, 5):
            params, objective = update(params, x[:, batch], y[:, batch])
        if epoch % 20 == 0:
            print("epoch", epoch, "objective", round(float(objective), 4))
    logits, _ = net_fwd(params, x)
    print("accuracy", np.mean((logits > 0) == (y > 0.5)))
