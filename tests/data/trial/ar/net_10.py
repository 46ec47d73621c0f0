import numpy as np

# ---- multi-label tagger: SiLU hidden layers + independent sigmoid outputs, BCE ----

CFG = dict(n_features=6, hidden=(10, 8), n_labels=3, lr=0.3, epochs=300, batch_size=25)

sig = lambda v: 1. / (1. + np.exp(-v))
silu = lambda v: v * sig(v)


def dsilu(v):
    s = sig(v)
    return s + v * s * (1. - s)


def make_net(cfg, rs):
    dims = (cfg["n_features"],) + cfg["hidden"] + (cfg["n_labels"],)
    return [dict(K=rs.normal(0., 1. / np.sqrt(a), (a, b)), c=np.zeros((1, b)))
            for a, b in zip(dims, dims[1:])]


def run(net, inp):
    tape = []
    h = inp
    for k, lay in enumerate(net):
        pre = h @ lay["K"] + lay["c"]
        tape.append((h, pre))
        h = sig(pre) if k == len(net) - 1 else silu(pre)
    return h, tape


def bce(p, t):
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return -(t * np.log(p) + (1 - t) * np.log(1 - p)).sum(axis=1).mean()


def grads_of(net, inp, t):
    p, tape = run(net, inp)
    err = (p - t) / len(inp)
    g_pre = err * p * (1 - p)
    out = [None] * len(net)
    for k in range(len(net) - 1, -1, -1):
        h_in, _ = tape[k]
        out[k] = dict(K=h_in.T @ g_pre, c=g_pre.sum(axis=0, keepdims=True))
        if k:
            g_pre = (g_pre @ net[k]["K"].T) * dsilu(tape[k - 1][1])
    return out


def sgd_step(net, inp, t, lr):
    for lay, g in zip(net, grads_of(net, inp, t)):
        for name in lay:
            lay[name] -= lr * g[name]


if __name__ == "__main__":
    rs = np.random.RandomState(11)
    A = rs.normal(size=(200, CFG["n_features"]))
    T = np.stack([A[:, 0] > 0, A[:, 1] * A[:, 2] > 0, A[:, 3] + A[:, 4] > .5], axis=1).astype(float)
    net = make_net(CFG, rs)
    for ep in range(CFG["epochs"]):
        perm = rs.permutation(len(A))
        for chunk in np.array_split(perm, len(A) // CFG["batch_size"]):
            sgd_step(net, A[chunk], T[chunk], CFG["lr"])
        if ep % 60 == 0:
            print(ep, "bce:", round(bce(run(net, A)[0], T), 4))
    print("label acc:", ((run(net, A)[0] > .5) == T).mean(axis=0))
