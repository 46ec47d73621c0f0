import numpy as np
np.random.seed(5)

# ---------- data: 3 spirals ----------
n_per, K = 30, 3
X = np.zeros((n_per * K, 2))
labels = np.zeros(n_per * K, dtype=int)
for k in range(K):
    r = np.linspace(0.1, 1, n_per)
    t = np.linspace(k * 2, k * 2 + 2, n_per) + np.random.randn(n_per) * 0.1
    X[k * n_per:(k + 1) * n_per] = np.c_[r * np.sin(t), r * np.cos(t)]
    labels[k * n_per:(k + 1) * n_per] = k
T = np.eye(K)[labels]

# ---------- model ----------
wh1 = np.random.randn(2, 10)
bh1 = np.zeros((1, 10))
wh2 = np.random.randn(10, 6) * 0.5
bh2 = np.zeros((1, 6))
wo = np.random.randn(6, K) * 0.5
bo = np.zeros((1, K))


def sigm(v):
    return 1.0 / (1.0 + np.exp(-v))


def softmax(v):
    e = np.exp(v - np.max(v))
    return e / np.sum(e, axis=0)


lr = 0.5
n = X.shape[0]

for epoch in range(1000):
    # feedforward
    h1 = sigm(X @ wh1 + bh1)
    h2 = sigm(h1 @ wh2 + bh2)
    out = softmax(h2 @ wo + bo)

    # cross entropy
    loss = -np.sum(T * np.log(out)) / n

    # backprop
    d_out = (out - T) / n
    d_h2 = (d_out @ wo.T) * h2 * (1 - h2)
    d_h1 = (d_h2 @ wh2.T) * h1 * (1 - h1)

    wo -= lr * (h2.T @ d_out)
    bo -= lr * np.sum(d_out, axis=0, keepdims=True)
    wh2 -= lr * (h1.T @ d_h2)
    bh2 -= lr * np.sum(d_h2, axis=0, keepdims=True)
    wh1 -= lr * (X.T @ d_h1)
    bh1 -= lr * np.sum(d_h1, axis=0, keepdims=True)

    if epoch % 200 == 0:
        print('Loss: ', loss)

print('train accuracy', np.mean(np.argmax(out, axis=1) == labels))
