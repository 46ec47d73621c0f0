# bias folded into the weights: every input gets a trailing 1
import numpy as np

class cfg:
    nin, nhid, nout = 3, 7, 2
    rate = 0.05
    bs = 8
    epochs = 30

rng = np.random.RandomState(99)
inputs = rng.uniform(-1, 1, (64, cfg.nin))
targets = np.c_[np.sin(inputs.sum(1)), inputs[:, 0] * inputs[:, 1]]

V = rng.normal(0, .5, (cfg.nhid, cfg.nin + 1))
W = rng.normal(0, .5, (cfg.nout, cfg.nhid + 1))

def with_one(v):
    return np.append(v, 1.0)

def net(x, V, W):
    xa = with_one(x)
    ha = with_one(np.tanh(V @ xa))
    return xa, ha, W @ ha

def batch_loss(xs, ts, V, W):
    # 1/(2 bs) sum of squared errors
    return sum(((net(x, V, W)[2] - t) ** 2).sum() for x, t in zip(xs, ts)) / (2 * len(xs))

print('before:', batch_loss(inputs, targets, V, W))
for epoch in range(cfg.epochs):
    perm = rng.permutation(len(inputs))
    gV, gW = np.zeros_like(V), np.zeros_like(W)
    for start in range(0, len(perm), cfg.bs):
        batch = perm[start:start + cfg.bs]
        for n in batch:
            xa, ha, o = net(inputs[n], V, W)
            err = o - targets[n]
            gW += np.outer(err, ha)
            back = W[:, :-1].T @ err
            gV += np.outer(back * (1 - ha[:-1] ** 2), xa)
        V = V - cfg.rate * gV / len(batch)
        W = W - cfg.rate * gW / len(batch)
    if epoch % 10 == 9:
        print('epoch', epoch + 1, batch_loss(inputs, targets, V, W))
