# perceptron-ish: a single neuron, labels in {-1, +1}, logistic loss
import numpy as np

rng = np.random.RandomState(11)

# --- data -------------------------------------------------------------
N, D = 200, 5
true_w = rng.randn(D)
X = rng.randn(N, D)
y = np.sign(X @ true_w + 0.3 + 0.4 * rng.randn(N))

# --- hyperparameters ----------------------------------------------------
cfg = dict(lr=0.1, momentum=0.8, l2=0.01, batch=25, epochs=15)

# --- parameters ---------------------------------------------------------
w = 0.1 * rng.randn(D)
b = 0.0
vw = np.zeros(D)
vb = 0.0


def loss_fn(w, b, X, y, l2):
    margin = y * (X @ w + b)
    return np.mean(np.log1p(np.exp(-margin))) + l2 * np.dot(w, w)


def grad_fn(w, b, X, y, l2):
    margin = y * (X @ w + b)
    coef = -y / (1.0 + np.exp(margin))
    gw = X.T @ coef / len(y) + 2 * l2 * w
    gb = coef.mean()
    return gw, gb


def batches(X, y, size):
    perm = rng.permutation(len(X))
    for start in range(0, len(X), size):
        sel = perm[start:start + size]
        yield X[sel], y[sel]


# --- training -----------------------------------------------------------
for epoch in range(cfg['epochs']):
    for xb, yb in batches(X, y, cfg['batch']):
        gw, gb = grad_fn(w, b, xb, yb, cfg['l2'])
        vw = cfg['momentum'] * vw - cfg['lr'] * gw
        vb = cfg['momentum'] * vb - cfg['lr'] * gb
        w = w + vw
        b = b + vb
    if epoch % 3 == 0:
        acc = np.mean(np.sign(X @ w + b) == y)
        print('epoch {:2d} loss {:.4f} acc {:.3f}'.format(epoch, loss_fn(w, b, X, y, cfg['l2']), acc))

print('learned direction', np.round(w / np.linalg.norm(w), 2))
print('true direction   ', np.round(true_w / np.linalg.norm(true_w), 2))
