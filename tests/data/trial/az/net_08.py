import numpy as np

class DeepNet:
    """ELU MLP with softmax output. Rows are examples, labels are integers."""

    ALPHA = 1.0

    def __init__(self, dims=(4, 10, 9, 8, 7, 3), lr=0.01, seed=42):
        r = np.random.RandomState(seed)
        self.layers = []
        for a, b in zip(dims[:-1], dims[1:]):
            self.layers.append([r.randn(a, b) * np.sqrt(1.5 / a), r.randn(b) * 0.01])
        self.lr = lr

    def elu(self, z):
        return np.where(z > 0, z, self.ALPHA * (np.exp(np.minimum(z, 0)) - 1))

    def elu_grad(self, z):
        return np.where(z > 0, 1.0, self.ALPHA * np.exp(np.minimum(z, 0)))

    def softmax(self, z):
        e = np.exp(z - z.max())
        return e / e.sum(axis=0)

    def forward(self, X):
        self.inputs, self.pre = [], []
        h = X
        for k, (W, b) in enumerate(self.layers):
            self.inputs.append(h)
            z = h.dot(W) + b
            self.pre.append(z)
            h = self.elu(z) if k < len(self.layers) - 1 else self.softmax(z)
        return h

    def loss(self, P, y):
        # mean cross entropy
        return -np.mean(np.log(P[np.arange(len(y)), y] + 1e-12))

    def backward(self, P, y):
        onehot = np.eye(P.shape[1])[y]
        dz = (P - onehot) / len(y)
        grads = [None] * len(self.layers)
        for k in range(len(self.layers) - 1, -1, -1):
            grads[k] = (self.inputs[k].T.dot(dz), dz.mean(axis=0))
            if k > 0:
                dz = dz.dot(self.layers[k][0].T) * self.elu_grad(self.pre[k - 1])
        return grads

    def train_step(self, X, y):
        P = self.forward(X)
        L = self.loss(P, y)
        for layer, (dW, db) in zip(self.layers, self.backward(P, y)):
            layer[0] -= self.lr * dW
            layer[1] -= self.lr * db
        return L

    def accuracy(self, X, y):
        return (self.forward(X).argmax(axis=1) == y).mean()


if __name__ == '__main__':
    rs = np.random.RandomState(1)
    centers = rs.randn(3, 4) * 2
    y = rs.randint(0, 3, 150)
    X = centers[y] + rs.randn(150, 4)
    net = DeepNet()
    for epoch in range(20):
        perm = rs.permutation(150)
        for s in range(0, 150, 30):
            idx = perm[s:s + 30]
            L = net.train_step(X[idx], y[idx])
        if epoch % 5 == 0:
            print('epoch', epoch, 'loss', L, 'acc', net.accuracy(X, y))
