import numpy as np

C = np.sqrt(2 / np.pi)


class Activation:
    f = staticmethod(lambda z: z)
    df = staticmethod(lambda z: np.ones_like(z))


class Gelu(Activation):
    @staticmethod
    def f(z):
        return 0.5 * z * (1 + np.tanh(C * (z + 0.044715 * z ** 3)))

    @staticmethod
    def df(z):
        t = np.tanh(C * (z + 0.044715 * z ** 3))
        return 0.5 * (1 + t) + 0.5 * z * (1 - t * t) * C * (1 + 3 * 0.044715 * z * z)


class Sigmoid(Activation):
    @staticmethod
    def f(z):
        return 1 / (1 + np.exp(-z))

    @staticmethod
    def df(z):
        s = Sigmoid.f(z)
        return s * (1 - s)


class BinaryCrossEntropy:
    @staticmethod
    def value(p, y):
        return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))

    @staticmethod
    def delta(p, y):
        return (p - y) / y.size


class Classifier:
    """input -> gelu -> gelu -> sigmoid"""

    def __init__(self, sizes, acts, lr=0.5, momentum=0.8, seed=0):
        g = np.random.RandomState(seed)
        self.acts, self.lr, self.mu = acts, lr, momentum
        self.theta = []
        for n, m in zip(sizes, sizes[1:]):
            self.theta.append([g.randn(n, m) / np.sqrt(n), np.zeros((1, m))])
        self.vel = [[np.zeros_like(W), np.zeros_like(b)] for W, b in self.theta]

    def forward(self, X):
        self.A, self.Z = [X], []
        for (W, b), act in zip(self.theta, self.acts):
            self.Z.append(self.A[-1].dot(W) + b)
            self.A.append(act.f(self.Z[-1]))
        return self.A[-1]

    def backward(self, y):
        grads = []
        dA = BinaryCrossEntropy.delta(self.A[-1], y)
        for i in range(len(self.theta) - 1, -1, -1):
            dZ = dA * self.acts[i].df(self.Z[i])
            grads.insert(0, (self.A[i].T.dot(dZ), dZ.sum(axis=0, keepdims=True)))
            dA = dZ.dot(self.theta[i][0].T)
        return grads

    def step(self, X, y):
        p = self.forward(X)
        for th, v, gr in zip(self.theta, self.vel, self.backward(y)):
            for k in range(2):
                v[k] = self.mu * v[k] - self.lr * gr[k]
                th[k] = th[k] + v[k]
        return BinaryCrossEntropy.value(p, y)

    def fit(self, X, y, epochs=300):
        for e in range(epochs):
            loss = self.step(X, y)
            if e % 100 == 0:
                acc = np.mean((self.A[-1] > 0.5) == y)
                print("epoch %d  bce %.4f  acc %.3f" % (e, loss, acc))


if __name__ == "__main__":
    rs = np.random.RandomState(2)
    X = rs.randn(150, 2)
    y = (X[:, :1] * X[:, 1:] > 0).astype(float)
    Classifier([2, 10, 6, 1], [Gelu, Gelu, Sigmoid]).fit(X, y)
