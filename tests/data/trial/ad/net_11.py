# lecture 3 homework: multinomial logistic regression by gradient descent
# loss = average cross entropy over the examples + (lam/2)*|W|^2
import numpy as np
rng = np.random.default_rng(12)

n, d, k = 90, 4, 3
true_W = rng.normal(size=(d, k)) * 2
X = rng.normal(size=(n, d))
labels = np.argmax(X @ true_W + rng.gumbel(size=(n, k)), axis=1)
T = np.zeros((n, k))
T[np.arange(n), labels] = 1

W = 0.01 * rng.normal(size=(d, k))
b = np.zeros(k)
lam = 1e-3
eta = 0.5


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def model(X, W, b):
    return softmax(X @ W + b)


def loss(P, T, W):
    return -np.mean(np.sum(T * np.log(P), axis=1)) + lam / 2 * np.sum(W ** 2)


history = []
for epoch in range(200):
    P = model(X, W, b)
    history.append(loss(P, T, W))
    G = (P - T) / n
    grad_W = X.T @ G + lam * W
    grad_b = G.sum(axis=0)
    W = W - eta * grad_W
    b = b - eta * grad_b
    if epoch % 40 == 0:
        acc = (P.argmax(axis=1) == labels).mean()
        print(f"{epoch:4d}  loss {history[-1]:.4f}  acc {acc:.3f}")

print("W =", np.round(W, 2))
print("b =", np.round(b, 2))
