import numpy as np

# Logistic regression = a neural network with no hidden layer :)
# Blog post part 1.  labels are -1 / +1


class Perceptronish:
    def __init__(self, n_features, lr=0.5, decay=0.01):
        self.theta = np.zeros(n_features + 1)     # theta[0] is the intercept
        self.lr = lr
        self.decay = decay

    def margin(self, X, y):
        return y * (self.theta[0] + X.dot(self.theta[1:]))

    def objective(self, X, y):
        """mean log(1 + exp(-margin)) + decay/2 * |w|^2   (intercept is not penalised)"""
        return np.logaddexp(0, -self.margin(X, y)).mean() \
            + 0.5 * self.decay * self.theta[1:].dot(self.theta[1:])

    def gradient(self, X, y):
        c = -y / (1.0 + np.exp(self.margin(X, y)))
        g = np.empty_like(self.theta)
        g[0] = c.mean()
        g[1:] = c.dot(X) / len(y) + self.decay * self.theta[1:]
        return g

    def fit(self, X, y, epochs=20, batch=16, rng=None):
        rng = rng or np.random.RandomState(0)
        history = []
        for epoch in range(epochs):
            order = rng.permutation(len(y))
            for start in range(0, len(y), batch):
                rows = order[start:start + batch]
                self.theta -= self.lr * self.gradient(X[rows], y[rows])
            history.append(self.objective(X, y))
        return history

    def predict(self, X):
        return np.where(self.theta[0] + X.dot(self.theta[1:]) >= 0, 1, -1)


def blobs(n=100, seed=5):
    rng = np.random.RandomState(seed)
    a = rng.randn(n // 2, 3) + [1, 0.5, -0.5]
    b = rng.randn(n // 2, 3) - [1, 0.5, 0]
    return np.vstack([a, b]), np.r_[np.ones(n // 2), -np.ones(n // 2)]


if __name__ == "__main__":
    X, y = blobs()
    model = Perceptronish(3)
    hist = model.fit(X, y)
    print("objective: first %.4f last %.4f" % (hist[0], hist[-1]))
    print("accuracy: %.2f" % np.mean(model.predict(X) == y))
    print("theta:", model.theta)
