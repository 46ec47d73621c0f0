import numpy as np


class MLP:
    """Regression network: leaky ReLU hidden layers, linear output, online SGD with momentum."""

    def __init__(self, layers, lr=0.005, momentum=0.9, weight_decay=1e-3, alpha=0.1, seed=0):
        rng = np.random.default_rng(seed)
        self.lr = lr
        self.mu = momentum
        self.wd = weight_decay
        self.alpha = alpha
        self.L = len(layers) - 1
        self.W = [rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in))
                  for n_in, n_out in zip(layers[:-1], layers[1:])]
        self.b = [rng.normal(0, 0.1, n) for n in layers[1:]]
        self.vW = [np.zeros_like(w) for w in self.W]
        self.vb = [np.zeros_like(b) for b in self.b]
        self.dW = [np.zeros_like(w) for w in self.W]
        self.db = [np.zeros_like(b) for b in self.b]

    def act(self, z):
        return np.where(z > 0, z, self.alpha * z)

    def act_prime(self, z):
        return np.where(z > 0, 1.0, self.alpha)

    def forward(self, x):
        self.a = [x]
        self.z = []
        for l in range(self.L):
            z = self.W[l] @ self.a[l] + self.b[l]
            self.z.append(z)
            if l < self.L - 1:
                a = self.act(z)
            else:
                a = z
            self.a.append(a)
        return self.a[-1]

    def loss(self, y, t):
        penalty = sum(np.sum(w ** 2) for w in self.W)
        return 0.5 * np.sum((y - t) ** 2) + 0.5 * self.wd * penalty

    def backward(self, t):
        delta = self.a[-1] - t
        for l in range(self.L - 1, -1, -1):
            self.dW[l] = np.outer(delta, self.a[l])
            self.db[l] = delta
            if l > 0:
                delta = (self.W[l].T @ delta) * self.act_prime(self.z[l - 1])

    def update(self):
        for l in range(self.L):
            grad = self.dW[l] + self.wd * self.W[l]
            self.vW[l] = self.mu * self.vW[l] - self.lr * grad
            self.vb[l] = self.mu * self.vb[l] - self.lr * self.db[l]
            self.W[l] += self.vW[l]
            self.b[l] += self.vb[l]

    def train_step(self, x, t):
        y = self.forward(x)
        loss = self.loss(y, t)
        self.backward(t)
        self.update()
        return loss

    def fit(self, X, T, epochs=50, seed=0):
        rng = np.random.default_rng(seed)
        for epoch in range(epochs):
            total = 0.0
            for i in rng.permutation(len(X)):
                total += self.train_step(X[i], T[i])
            if epoch % 10 == 0 or epoch == epochs - 1:
                print(f"epoch {epoch:3d}  loss {total / len(X):.5f}")


if __name__ == "__main__":
    rng = np.random.default_rng(42)
    X = rng.uniform(-1, 1, (200, 3))
    T = np.stack([np.sin(2 * X[:, 0]) + X[:, 1], X[:, 1] * X[:, 2]], axis=1)
    net = MLP([3, 8, 8, 2])
    net.fit(X, T)
    print("prediction", net.forward(X[0]), "target", T[0])
