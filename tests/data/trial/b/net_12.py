"""Multinomial logistic regression (port of an R lab), rows are observations."""
import numpy as np


class MultinomReg:
    def __init__(self, p, k, eta=0.2, decay=1e-3, seed=11):
        rng = np.random.default_rng(seed)
        self.beta = rng.normal(0, 0.1, size=(p, k))
        self.beta0 = np.zeros(k)
        self.eta = eta
        self.decay = decay

    def linear_predictor(self, X):
        return X @ self.beta + self.beta0

    def probs(self, X):
        eta = self.linear_predictor(X)
        eta = eta - eta.max()
        ex = np.exp(eta)
        return ex / np.sum(ex, axis=0)

    def objective(self, X, G):
        P = self.probs(X)
        nll = -np.mean(np.sum(G * np.log(P), axis=1))
        return nll + 0.5 * self.decay * np.sum(self.beta ** 2)

    def sgd_step(self, X, G):
        n = X.shape[0]
        R = self.probs(X) - G
        g_beta = X.T @ R / n + self.decay * self.beta
        g_beta0 = R.mean(axis=0)
        self.beta -= self.eta * g_beta
        self.beta0 -= self.eta * g_beta0

    def fit(self, X, G, epochs=50, size=30, seed=0):
        rng = np.random.default_rng(seed)
        for ep in range(epochs):
            order = rng.permutation(len(X))
            for s in range(0, len(X), size):
                b = order[s:s + size]
                self.sgd_step(X[b], G[b])
            if ep % 10 == 0:
                print("epoch", ep, "objective", round(self.objective(X, G), 5))
        return self

    def classify(self, X):
        return self.linear_predictor(X).argmax(axis=1)


def simulate(n=150, seed=5):
    rng = np.random.default_rng(seed)
    g = rng.integers(0, 3, n)
    mu = np.array([[1.5, 0, 0, 1], [0, 1.5, 0, -1], [0, 0, 1.5, 0]])
    return mu[g] + rng.normal(size=(n, 4)), np.eye(3)[g]


if __name__ == "__main__":
    X, G = simulate()
    fit = MultinomReg(4, 3).fit(X, G)
    print("accuracy", np.mean(fit.classify(X) == G.argmax(axis=1)))
