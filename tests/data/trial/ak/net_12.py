import numpy as np
np.random.seed(8)

# house price toy regression; bias is the last row of each weight matrix
SLOPE = 0.1
lr = 0.02
wd = 0.001
n_epochs = 300

feats = np.random.rand(64, 3) * 2 - 1
price = (3 * feats[:, [0]] - 2 * np.abs(feats[:, [1]]) + feats[:, [0]] * feats[:, [2]] + 0.5)

def add_ones(a):
    return np.hstack([a, np.ones((a.shape[0], 1))])

def lrelu(z):
    return np.where(z > 0, z, SLOPE * z)

def lrelu_grad(z):
    return np.where(z > 0, 1.0, SLOPE)

sizes = [3, 10, 8, 6, 1]
Ws = []
for nin, nout in zip(sizes[:-1], sizes[1:]):
    Ws.append(np.random.randn(nin + 1, nout) * np.sqrt(2.0 / (nin + 1)))

def predict(Ws, x, keep=None):
    a = x
    for i, W in enumerate(Ws):
        a1 = add_ones(a)
        z = a1 @ W
        if keep is not None:
            keep.append((a1, z))
        a = z if i == len(Ws) - 1 else lrelu(z)
    return a

def loss(Ws, x, y):
    # half mean squared error + L2 on everything incl. the bias rows
    return 0.5 * np.mean((predict(Ws, x) - y) ** 2) + 0.5 * wd * sum((W ** 2).sum() for W in Ws)

def grads(Ws, x, y):
    keep = []
    out = predict(Ws, x, keep)
    delta = (out - y) / len(x)
    gs = [None] * len(Ws)
    for i in range(len(Ws) - 1, -1, -1):
        a1, z = keep[i]
        gs[i] = a1.T @ delta + wd * Ws[i]
        if i > 0:
            delta = (delta @ Ws[i][1:].T) * lrelu_grad(keep[i - 1][1])
    return gs

for epoch in range(n_epochs):
    for W, g in zip(Ws, grads(Ws, feats, price)):
        W -= lr * g
    if epoch % 50 == 0:
        print("epoch %4d loss %.5f" % (epoch, loss(Ws, feats, price)))

print("final", loss(Ws, feats, price))
