import numpy as np


class EluClassifier:
    """Fully connected classifier. Inputs are (n_features, m), i.e. one example per column."""

    def __init__(self, dims, lr=0.1, alpha=0.5, seed=0):
        self.rng = np.random.default_rng(seed)
        self.dims = dims
        self.lr = lr
        self.alpha = alpha
        self.W = {}
        self.b = {}
        for k in range(1, len(dims)):
            self.W[k] = self.rng.normal(0, np.sqrt(2 / dims[k - 1]), (dims[k], dims[k - 1]))
            self.b[k] = np.zeros((dims[k], 1))
        self.L = len(dims) - 1

    def _elu(self, z):
        return np.where(z > 0, z, self.alpha * np.exp(np.minimum(z, 0)) - 1)

    def _elu_grad_from_output(self, a):
        return np.where(a > 0, 1.0, a + self.alpha)

    def _softmax(self, z):
        e = np.exp(z - z.max(axis=0, keepdims=True))
        return e / e.sum(axis=0, keepdims=True)

    def forward(self, X):
        acts = [X]
        for k in range(1, self.L + 1):
            z = self.W[k] @ acts[-1] + self.b[k]
            acts.append(self._softmax(z) if k == self.L else self._elu(z))
        return acts

    def loss(self, X, Y):
        P = self.forward(X)[-1]
        return -np.sum(Y * np.log(P + 1e-12)) / X.shape[1]

    def gradients(self, X, Y):
        m = X.shape[1]
        acts = self.forward(X)
        dW, db = {}, {}
        delta = (acts[-1] - Y) / m
        for k in range(self.L, 0, -1):
            dW[k] = delta @ acts[k - 1].T
            db[k] = delta.sum(axis=1, keepdims=True)
            if k > 1:
                delta = (self.W[k].T @ delta) * self._elu_grad_from_output(acts[k - 1])
        return dW, db

    def step(self, X, Y):
        dW, db = self.gradients(X, Y)
        for k in dW:
            self.W[k] -= self.lr * dW[k]
            self.b[k] -= self.lr * db[k]

    def fit(self, X, Y, epochs=20, batch=16):
        m = X.shape[1]
        for ep in range(epochs):
            order = self.rng.permutation(m)
            for s in range(0, m, batch):
                idx = order[s:s + batch]
                self.step(X[:, idx], Y[:, idx])
            if ep % 5 == 0:
                print(f"[{ep:03d}] loss={self.loss(X, Y):.4f}")

    def predict(self, X):
        return self.forward(X)[-1].argmax(axis=0)


def blobs(m=120, seed=4):
    rng = np.random.default_rng(seed)
    centers = np.array([[0, 2], [2, -1], [-2, -1]], dtype=float)
    lab = rng.integers(0, 3, m)
    X = centers[lab].T + 0.7 * rng.standard_normal((2, m))
    return X, np.eye(3)[lab].T, lab


if __name__ == "__main__":
    X, Y, lab = blobs()
    clf = EluClassifier([2, 10, 7, 3], lr=0.2)
    clf.fit(X, Y)
    print("train acc", np.mean(clf.predict(X) == lab))
