import numpy as np


class SoftmaxRegression:
    """Multinomial logistic regression, minibatch SGD with momentum.

    Features are augmented with a column of ones, so theta[-1] holds the intercepts.
    """

    def __init__(self, n_features, n_classes, lr=0.1, momentum=0.9, batch_size=16, random_state=None):
        self.lr = lr
        self.momentum = momentum
        self.batch_size = batch_size
        self._rs = np.random.RandomState(random_state)
        self.theta_ = self._rs.normal(scale=0.01, size=(n_features + 1, n_classes))
        self._velocity = np.zeros_like(self.theta_)
        self.n_classes = n_classes

    @staticmethod
    def _augment(X):
        return np.hstack([X, np.ones((X.shape[0], 1))])

    def _log_proba(self, Xa):
        logits = Xa @ self.theta_
        logits = logits - logits.max(axis=1, keepdims=True)
        return logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))

    def loss(self, X, y):
        lp = self._log_proba(self._augment(X))
        return -lp[np.arange(len(y)), y].mean()

    def _gradient(self, Xa, y):
        T = np.eye(self.n_classes)[y]
        P = np.exp(self._log_proba(Xa))
        return Xa.T @ (P - T) / Xa.shape[0]

    def partial_fit(self, X, y):
        g = self._gradient(self._augment(X), y)
        self._velocity = self.momentum * self._velocity - self.lr * g
        self.theta_ = self.theta_ + self._velocity
        return self

    def fit(self, X, y, epochs=20):
        n = X.shape[0]
        for epoch in range(epochs):
            order = self._rs.permutation(n)
            for start in range(0, n, self.batch_size):
                sel = order[start:start + self.batch_size]
                self.partial_fit(X[sel], y[sel])
            if epoch % 5 == 0:
                print('epoch {:3d}  nll {:.4f}'.format(epoch, self.loss(X, y)))
        return self

    def predict(self, X):
        return self._log_proba(self._augment(X)).argmax(axis=1)


if __name__ == '__main__':
    rs = np.random.RandomState(7)
    centers = rs.normal(scale=2.0, size=(4, 5))
    labels = rs.randint(0, 4, size=150)
    feats = centers[labels] + rs.normal(size=(150, 5))
    clf = SoftmaxRegression(5, 4, random_state=0).fit(feats, labels)
    print('acc', (clf.predict(feats) == labels).mean())
