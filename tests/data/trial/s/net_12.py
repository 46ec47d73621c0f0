import numpy as np


class IActivation:
    def apply(self, z):
        raise NotImplementedError

    def derivative(self, z):
        raise NotImplementedError


class Elu(IActivation):
    def __init__(self, alpha=1.0):
        self.alpha = alpha

    def apply(self, z):
        return np.where(z > 0, z, self.alpha * (np.exp(np.minimum(z, 0)) - 1))

    def derivative(self, z):
        return np.where(z > 0, 1.0, self.alpha * np.exp(np.minimum(z, 0)))


class NetworkBuilder:
    def __init__(self, inputs):
        self._sizes = [inputs]
        self._activation = Elu()
        self._rate = 0.01

    def hidden(self, n):
        self._sizes.append(n)
        return self

    def outputs(self, n):
        self._sizes.append(n)
        return self

    def activation(self, a):
        self._activation = a
        return self

    def learningRate(self, r):
        self._rate = r
        return self

    def build(self):
        return Network(self._sizes, self._activation, self._rate)


class Network:
    def __init__(self, sizes, activation, rate):
        rnd = np.random.RandomState(99)
        self.activation = activation
        self.rate = rate
        self.params = {}
        self.depth = len(sizes) - 1
        for l in range(1, len(sizes)):
            self.params["W%d" % l] = rnd.randn(sizes[l - 1], sizes[l]) * np.sqrt(1.5 / sizes[l - 1])
            self.params["b%d" % l] = np.zeros((1, sizes[l]))

    def softmax(self, z):
        e = np.exp(z - np.max(z))
        return e / np.sum(e, axis=0, keepdims=True)

    def forward(self, X):
        cache = {"A0": X}
        A = X
        for l in range(1, self.depth + 1):
            Z = A.dot(self.params["W%d" % l]) + self.params["b%d" % l]
            A = self.activation.apply(Z) if l < self.depth else self.softmax(Z)
            cache["Z%d" % l], cache["A%d" % l] = Z, A
        return A, cache

    def crossEntropy(self, P, T):
        return -np.sum(T * np.log(P)) / len(T)

    def backward(self, cache, T):
        grads = {}
        dZ = (cache["A%d" % self.depth] - T) / len(T)
        for l in range(self.depth, 0, -1):
            grads["W%d" % l] = cache["A%d" % (l - 1)].T.dot(dZ)
            grads["b%d" % l] = dZ.sum(axis=0, keepdims=True)
            if l > 1:
                dA = dZ.dot(self.params["W%d" % l].T)
                dZ = dA * self.activation.derivative(cache["Z%d" % (l - 1)])
        return grads

    def fit(self, X, T, epochs, batchSize=25, verbose=False):
        rnd = np.random.RandomState(0)
        for epoch in range(epochs):
            perm = rnd.permutation(len(X))
            total = 0.0
            for start in range(0, len(X), batchSize):
                idx = perm[start:start + batchSize]
                P, cache = self.forward(X[idx])
                total += self.crossEntropy(P, T[idx]) * len(idx)
                for name, g in self.backward(cache, T[idx]).items():
                    self.params[name] -= self.rate * g
            if verbose and epoch % 10 == 0:
                print("Epoch %d: cross entropy = %.4f" % (epoch, total / len(X)))
        return self


if __name__ == "__main__":
    rs = np.random.RandomState(4)
    X = rs.randn(150, 3)
    labels = np.argmax(np.c_[X[:, 0], X[:, 1] * 1.2, -X[:, 2]], axis=1)
    T = np.eye(3)[labels]
    net = NetworkBuilder(3).hidden(10).hidden(9).hidden(8).hidden(7).outputs(3) \
        .activation(Elu(0.8)).learningRate(0.001).build()
    net.fit(X, T, 30, verbose=True)
    P, _ = net.forward(X)
    print("accuracy:", np.mean(np.argmax(P, axis=1) == labels))
