import numpy as np
import sys
# usage: python net_12.py [epochs]
# four quadrants = 4 classes, from the live stream last night

rng = np.random.RandomState(8)
EPOCHS = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 60
LR = 0.001
MOM = 0.5
BS = 25

# ---- data: 4 quadrants
pts = rng.uniform(-1, 1, (300, 2))
lab = (pts[:, 0] > 0) * 2 + (pts[:, 1] > 0)
onehot = np.zeros((300, 4))
onehot[np.arange(300), lab] = 1

# ---- weights (list of [W, b] pairs, plus momentum buffers)
dims = [2, 14, 10, 4]
params = [[rng.randn(i, o) * np.sqrt(2 / i), np.zeros(o)] for i, o in zip(dims, dims[1:])]
moms = [[np.zeros_like(w), np.zeros_like(b)] for w, b in params]

relu = lambda v: v * (v > 0)

def softmax(v):
    ex = np.exp(v - np.max(v))
    return ex / np.sum(ex)

def fwd(x):
    acts = [x]
    for i, (w, b) in enumerate(params):
        z = acts[-1] @ w + b
        acts.append(softmax(z) if i == len(params) - 1 else relu(z))
    return acts

def xent(p, t):
    return -np.sum(t * np.log(p + 1e-12)) / len(t)

def train_batch(x, t):
    acts = fwd(x)
    d = (acts[-1] - t) / len(x)
    gs = []
    for i in range(len(params) - 1, -1, -1):
        gs.insert(0, (acts[i].T @ d, d.sum(axis=0)))
        if i > 0:
            d = (d @ params[i][0].T) * (acts[i] > 0)
    for p, m, g in zip(params, moms, gs):
        for q in (0, 1):
            m[q] = MOM * m[q] + g[q]
            p[q] = p[q] - LR * m[q]
    return xent(acts[-1], t)

for ep in range(EPOCHS):
    o = rng.permutation(300)
    tot = 0
    for s in range(0, 300, BS):
        tot += train_batch(pts[o[s:s + BS]], onehot[o[s:s + BS]])
    if ep % 10 == 0:
        acc = (fwd(pts)[-1].argmax(1) == lab).mean()
        print('epoch', ep, 'loss', tot / (300 / BS), 'acc', acc)
