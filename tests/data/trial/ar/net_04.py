import numpy as np

class DeepRegressor(object):
    """ Fully connected regressor, ELU units, linear output. """

    def __init__(self, n_in, width, depth, n_out, lr=0.02):
        sizes = [n_in] + [width]*depth + [n_out]
        self.lr = lr
        self.weights = []
        self.biases = []
        for i in range(len(sizes)-1):
            self.weights.append(np.random.randn(sizes[i], sizes[i+1]) / np.sqrt(sizes[i]))
            self.biases.append(np.zeros(sizes[i+1]))

    def elu(self, z):
        return np.where(z > 0, z, np.exp(np.minimum(z, 0)) - 1)

    def elu_prime(self, z):
        return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0)))

    def forward(self, X):
        self.zs = []
        self.acts = [X]
        a = X
        n = len(self.weights)
        for i in range(n):
            z = np.dot(a, self.weights[i]) + self.biases[i]
            self.zs.append(z)
            if i < n-1:
                a = self.elu(z)
            else:
                a = z
            self.acts.append(a)
        return a

    def loss(self, X, y):
        pred = self.forward(X)
        return np.sum((pred - y)**2) / (2*len(X))

    def backward(self, y):
        n = len(self.weights)
        dW = [None]*n
        db = [None]*n
        delta = (self.acts[-1] - y) / len(y)
        dW[-1] = np.dot(self.acts[-2].T, delta)
        db[-1] = delta.sum(axis=0)
        delta = np.dot(delta, self.weights[-1].T) * self.elu_prime(self.zs[-2])
        for i in range(n-2, -1, -1):
            dW[i] = np.dot(self.acts[i].T, delta)
            db[i] = delta.sum(axis=0)
            if i > 0:
                delta = np.dot(delta, self.weights[i].T) * self.elu_prime(self.zs[i])
        return dW, db

    def train_step(self, X, y):
        self.forward(X)
        dW, db = self.backward(y)
        for i in range(len(self.weights)):
            self.weights[i] -= self.lr * dW[i]
            self.biases[i] -= self.lr * db[i]


if __name__ == '__main__':
    np.random.seed(7)
    X = np.random.uniform(-2, 2, (128, 2))
    y = (np.sin(X[:, 0]) * X[:, 1]).reshape(-1, 1)
    net = DeepRegressor(2, 16, 3, 1)
    for epoch in range(1001):
        net.train_step(X, y)
        if epoch % 200 == 0:
            print('epoch', epoch, 'loss', net.loss(X, y))
