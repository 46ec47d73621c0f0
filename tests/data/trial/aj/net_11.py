import numpy as np
import sys

# ---- hyperparameters
hidden_size = 14
lr = 0.2
num_epochs = 60
bs = 30

# ---- spiral toy data
np.random.seed(0)
K, D, n_per = 3, 2, 50
X = np.zeros((K * n_per, D))
y = np.zeros(K * n_per, dtype='uint8')
for j in range(K):
    ix = range(n_per * j, n_per * (j + 1))
    r = np.linspace(0.0, 1, n_per)
    t = np.linspace(j * 4, (j + 1) * 4, n_per) + np.random.randn(n_per) * 0.2
    X[ix] = np.c_[r * np.sin(t), r * np.cos(t)]
    y[ix] = j


def softmax(x):
    e_x = np.exp(x - np.max(x))
    return e_x / e_x.sum()


def one_hot(labels, k):
    out = np.zeros((len(labels), k))
    out[np.arange(len(labels)), labels] = 1
    return out


def cross_entropy(probs, targets):
    return -np.sum(targets * np.log(probs)) / len(targets)


model = dict(
    W1=np.random.randn(D, hidden_size) * 0.5,
    b1=np.zeros((1, hidden_size)),
    W2=np.random.randn(hidden_size, K) * 0.3,
    b2=np.zeros((1, K)),
)


def forward(m, xb):
    h = np.tanh(xb @ m['W1'] + m['b1'])
    return h, softmax(h @ m['W2'] + m['b2'])


def backward(m, xb, tb, h, p):
    g = {}
    dscores = (p - tb) / len(xb)
    g['W2'] = h.T @ dscores
    g['b2'] = dscores.sum(0, keepdims=True)
    dh = dscores @ m['W2'].T
    dh = dh * (1 - h ** 2)
    g['W1'] = xb.T @ dh
    g['b1'] = dh.sum(0, keepdims=True)
    return g


for epoch in range(num_epochs):
    perm = np.random.permutation(len(X))
    total = 0
    for s in range(0, len(X), bs):
        xb, tb = X[perm[s:s + bs]], one_hot(y[perm[s:s + bs]], K)
        h, p = forward(model, xb)
        total += cross_entropy(p, tb) * len(xb)
        grads = backward(model, xb, tb, h, p)
        for k in model:
            model[k] -= lr * grads[k]
    if epoch % 20 == 0:
        sys.stdout.write('epoch %d loss %f\n' % (epoch, total / len(X)))

_, p = forward(model, X)
print('training accuracy: %.2f' % np.mean(np.argmax(p, axis=1) == y))
