# Midterm, problem 2: multinomial logistic regression with momentum.
# Bias trick: a column of ones is appended to the data.
import numpy as np

rs = np.random.RandomState(42)

N_PER_CLASS, K = 40, 4
centers = np.array([[2, 2], [-2, 2], [-2, -2], [2, -2]])
data = np.concatenate([c + rs.randn(N_PER_CLASS, 2) for c in centers])
labels = np.repeat(np.arange(K), N_PER_CLASS)
order = rs.permutation(len(data))
data, labels = data[order], labels[order]


def add_ones(x):
    return np.hstack([x, np.ones((x.shape[0], 1))])


def one_hot(t, k):
    return np.eye(k)[t]


def softmax(s):
    """s: (N, K) scores -> (N, K) class probabilities"""
    e = np.exp(s - np.max(s))
    return e / np.sum(e, axis=0)


def cost(W, x, T):
    """mean cross-entropy"""
    return -np.mean(np.sum(T * np.log(softmax(x @ W)), axis=1))


def gradient(W, x, T):
    return x.T @ (softmax(x @ W) - T) / x.shape[0]


def fit(x, T, lr=0.02, momentum=0.5, n_epochs=20, batch=32, verbose=True):
    W = 0.01 * rs.randn(x.shape[1], T.shape[1])
    V = np.zeros_like(W)
    for epoch in range(n_epochs):
        for start in range(0, len(x), batch):
            xb, Tb = x[start:start + batch], T[start:start + batch]
            V = momentum * V + gradient(W, xb, Tb)
            W = W - lr * V
        if verbose and epoch % 5 == 0:
            print(f"epoch {epoch:3d}  cost {cost(W, x, T):.4f}")
    return W


if __name__ == "__main__":
    X1 = add_ones(data)
    T = one_hot(labels, K)
    W = fit(X1, T)
    pred = np.argmax(X1 @ W, axis=1)
    print("training accuracy", np.mean(pred == labels))
