import numpy as np

# linear softmax classifier on the spiral-ish toy set, minibatches + momentum
rs = np.random.RandomState(42)
N, D, K = 40, 2, 3
X = np.zeros((N * K, D))
y = np.zeros(N * K, dtype='uint8')
for k in range(K):
    ix = range(N * k, N * (k + 1))
    r = np.linspace(0.0, 1, N)
    t = np.linspace(k * 2, (k + 1) * 2, N) + rs.randn(N) * 0.2
    X[ix] = np.c_[r * np.sin(t), r * np.cos(t)]
    y[ix] = k


class LinearClassifier:
    def __init__(self, dim, num_classes):
        self.W = 0.01 * rs.randn(dim, num_classes)
        self.b = np.zeros((1, num_classes))
        self.vW = np.zeros_like(self.W)
        self.vb = np.zeros_like(self.b)

    def loss(self, X, y, reg):
        num = X.shape[0]
        scores = X.dot(self.W) + self.b
        scores -= scores.max(axis=1, keepdims=True)
        logsum = np.log(np.exp(scores).sum(axis=1, keepdims=True))
        logp = scores - logsum
        loss = -logp[np.arange(num), y].sum() / num + reg * np.sum(self.W * self.W)

        dscores = np.exp(logp)
        dscores[np.arange(num), y] -= 1
        dscores /= num
        dW = X.T.dot(dscores) + 2 * reg * self.W
        db = dscores.sum(axis=0, keepdims=True)
        return loss, dW, db

    def train(self, X, y, lr=0.3, reg=1e-3, mu=0.9, iters=300, batch=32):
        hist = []
        for it in range(iters):
            idx = rs.choice(X.shape[0], batch)
            loss, dW, db = self.loss(X[idx], y[idx], reg)
            hist.append(loss)
            self.vW = mu * self.vW - lr * dW
            self.vb = mu * self.vb - lr * db
            self.W += self.vW
            self.b += self.vb
            if it % 100 == 0:
                print('iteration %d / %d: loss %f' % (it, iters, loss))
        return hist

    def predict(self, X):
        return np.argmax(X.dot(self.W) + self.b, axis=1)


if __name__ == '__main__':
    clf = LinearClassifier(D, K)
    clf.train(X, y)
    print('training accuracy: %.2f' % np.mean(clf.predict(X) == y))
