import numpy as np
import time

# ---------- config ----------
SEED = 123
BATCH = 16
EPOCHS = 40
LR = 0.05
HIDDEN = [10, 6]
# ----------------------------

def make_blobs_binary(n=160, seed=SEED):
    rs = np.random.RandomState(seed)
    x = rs.uniform(-2, 2, size=(n, 2))
    t = ((x[:, 0] * x[:, 1]) > 0).astype(int)
    return x, t


class SimpleMLP():
    """ tanh MLP with one sigmoid output, binary cross entropy (mean over the batch) """

    def __init__(self, nIn, hidden, seed=SEED):
        rs = np.random.RandomState(seed)
        dims = [nIn] + list(hidden) + [1]
        self.layers = []
        for i in range(len(dims) - 1):
            self.layers.append({
                'w': rs.normal(0, 1 / np.sqrt(dims[i]), (dims[i + 1], dims[i])),
                'b': np.zeros(dims[i + 1]),
            })
        self.resetGrads()

    def resetGrads(self):
        for L in self.layers:
            L['dw'] = np.zeros_like(L['w'])
            L['db'] = np.zeros_like(L['b'])

    def forward(self, x):
        h = x
        for i, L in enumerate(self.layers):
            L['in'] = h
            s = L['w'] @ h + L['b']
            h = np.tanh(s) if i < len(self.layers) - 1 else 1 / (1 + np.exp(-s))
            L['out'] = h
        return h[0]

    def loss(self, X, T):
        p = np.array([self.forward(x) for x in X])
        return -np.mean(T * np.log(p) + (1 - T) * np.log(1 - p))

    def backward(self, t):
        delta = self.layers[-1]['out'] - t
        for i in range(len(self.layers) - 1, -1, -1):
            L = self.layers[i]
            L['dw'] += np.outer(delta, L['in'])
            L['db'] += delta
            if i > 0:
                delta = (L['w'].T @ delta) * (1 - L['in'] ** 2)

    def update(self, lr, n):
        for L in self.layers:
            L['w'] -= lr * L['dw'] / n
            L['b'] -= lr * L['db'] / n

    def trainEpoch(self, X, T, lr=LR, batch=BATCH, order=None):
        if order is None:
            order = np.random.permutation(len(X))
        self.resetGrads()
        for start in range(0, len(X), batch):
            idx = order[start:start + batch]
            for k in idx:
                self.forward(X[k])
                self.backward(T[k])
            self.update(lr, len(idx))


if __name__ == '__main__':
    np.random.seed(SEED)
    X, T = make_blobs_binary()
    mlp = SimpleMLP(2, HIDDEN)
    t0 = time.time()
    for ep in range(EPOCHS):
        mlp.trainEpoch(X, T)
        if ep % 5 == 0:
            print('epoch', ep, 'loss', round(mlp.loss(X, T), 4))
    acc = np.mean([(mlp.forward(x) > 0.5) == t for x, t in zip(X, T)])
    print('accuracy', acc, ' took', round(time.time() - t0, 2), 's')
