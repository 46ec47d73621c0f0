# Programming project 1: my own mini pytorch
# (tried to keep the same names as in the lecture)
import numpy as np


class Linear:
    def __init__(self, in_features, out_features):
        k = 1 / np.sqrt(in_features)
        self.weight = np.random.uniform(-k, k, (out_features, in_features))
        self.bias = np.random.uniform(-k, k, out_features)
        self.weight_grad = np.zeros_like(self.weight)
        self.bias_grad = np.zeros_like(self.bias)

    def forward(self, x):
        self.x = x
        return x.dot(self.weight.T) + self.bias

    def backward(self, g):
        self.weight_grad += g.T.dot(self.x)
        self.bias_grad += g.sum(axis=0)
        return g.dot(self.weight)

    def parameters(self):
        return [(self.weight, self.weight_grad), (self.bias, self.bias_grad)]


class LeakyReLU:
    def __init__(self, slope=0.1):
        self.slope = slope

    def forward(self, x):
        self.x = x
        return np.where(x > 0, x, self.slope * x)

    def backward(self, g):
        return g * np.where(self.x > 0, 1.0, self.slope)

    def parameters(self):
        return []


class Sequential:
    def __init__(self, *modules):
        self.modules = modules

    def forward(self, x):
        for m in self.modules:
            x = m.forward(x)
        return x

    def backward(self, g):
        for m in self.modules[::-1]:
            g = m.backward(g)

    def parameters(self):
        return [p for m in self.modules for p in m.parameters()]


class BCEWithLogits:
    def forward(self, z, t):
        self.z, self.t = z, t
        return np.mean(np.maximum(z, 0) - z * t + np.log1p(np.exp(-np.abs(z))))

    def backward(self):
        s = 1 / (1 + np.exp(-self.z))
        return (s - self.t) / self.z.size


class SGD:
    def __init__(self, params, lr):
        self.params = params
        self.lr = lr

    def zero_grad(self):
        for p, g in self.params:
            g.fill(0)

    def step(self):
        for p, g in self.params:
            p -= self.lr * g


def train(model, X, T, epochs=40, lr=0.05, batch_size=20):
    criterion = BCEWithLogits()
    optimizer = SGD(model.parameters(), lr)
    for epoch in range(epochs):
        idx = np.random.permutation(len(X))
        running = 0.0
        optimizer.zero_grad()
        for i in range(0, len(X), batch_size):
            b = idx[i:i + batch_size]
            out = model.forward(X[b])
            loss = criterion.forward(out, T[b])
            model.backward(criterion.backward())
            optimizer.step()
            running += loss * len(b)
        if epoch % 10 == 0:
            print('[%d] loss: %.4f' % (epoch + 1, running / len(X)))


if __name__ == '__main__':
    np.random.seed(0)
    X = np.random.randn(200, 2)
    T = ((X[:, 0] * X[:, 1]) > 0).astype(float).reshape(-1, 1)
    model = Sequential(Linear(2, 16), LeakyReLU(), Linear(16, 8), LeakyReLU(), Linear(8, 1))
    train(model, X, T)
    acc = ((model.forward(X) > 0) == T).mean()
    print('accuracy', acc)
