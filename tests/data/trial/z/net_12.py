import numpy as np


def _ones(A):
    return np.hstack([A, np.ones((A.shape[0], 1))])


class PropensityNet:
    """Two hidden layers (tanh, then SiLU), sigmoid outputs, bias as last row of each matrix.

    Cost: sum of squared errors over samples and outputs, divided by 2n, + l2/2 * squared non-bias weights.
    """

    def __init__(self, n_hidden1=6, n_hidden2=5, l2=0.002, eta=0.8, n_epochs=150, seed=0):
        self.n_hidden1, self.n_hidden2 = n_hidden1, n_hidden2
        self.l2, self.eta, self.n_epochs, self.seed = l2, eta, n_epochs, seed

    def initialise(self, d, k):
        rng = np.random.default_rng(self.seed)
        self.A = rng.uniform(-1, 1, (d + 1, self.n_hidden1)) / np.sqrt(d)
        self.B = rng.uniform(-1, 1, (self.n_hidden1 + 1, self.n_hidden2)) / np.sqrt(self.n_hidden1)
        self.C = rng.uniform(-1, 1, (self.n_hidden2 + 1, k)) / np.sqrt(self.n_hidden2)
        return self

    def _pass(self, X):
        x1 = _ones(X)
        u = np.tanh(x1 @ self.A)
        x2 = _ones(u)
        q = x2 @ self.B
        gate = 1 / (1 + np.exp(-q))
        x3 = _ones(q * gate)
        out = 1 / (1 + np.exp(-(x3 @ self.C)))
        return x1, u, x2, q, gate, x3, out

    def cost(self, X, Y):
        out = self._pass(X)[-1]
        reg = sum(np.sum(M[:-1] ** 2) for M in (self.A, self.B, self.C))
        return np.sum((out - Y) ** 2) / (2 * len(X)) + 0.5 * self.l2 * reg

    def _shrink(self, M):
        R = self.l2 * M
        R[-1] = 0
        return R

    def update(self, X, Y):
        x1, u, x2, q, gate, x3, out = self._pass(X)
        e3 = (out - Y) * out * (1 - out) / len(X)
        e2 = (e3 @ self.C[:-1].T) * gate * (1 + q * (1 - gate))
        e1 = (e2 @ self.B[:-1].T) * (1 - u ** 2)
        self.C = self.C - self.eta * (x3.T @ e3 + self._shrink(self.C))
        self.B = self.B - self.eta * (x2.T @ e2 + self._shrink(self.B))
        self.A = self.A - self.eta * (x1.T @ e1 + self._shrink(self.A))

    def fit(self, X, Y):
        self.initialise(X.shape[1], Y.shape[1])
        for t in range(self.n_epochs):
            self.update(X, Y)
            if t % 50 == 0:
                print(f"[{t}] cost={self.cost(X, Y):.5f}")
        return self

    def predict_proba(self, X):
        return self._pass(X)[-1]


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    X = rng.normal(size=(100, 4))
    Y = np.column_stack([X[:, 0] > X[:, 1], X[:, 2] + X[:, 3] > 0.5]).astype(float)
    m = PropensityNet().fit(X, Y)
    print("accuracy", np.mean((m.predict_proba(X) > 0.5) == (Y > 0.5)))
