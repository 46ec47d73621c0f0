import numpy as np


class SoftmaxRegression(object):
    """Multinomial logistic regression, sklearn-like interface.

    Parameters
    ----------
    eta : learning rate
    n_epochs : passes over the training set
    batch_size : samples per step
    l2 : strength of the penalty  l2/2 * ||w||^2  (bias is not penalised)
    """

    def __init__(self, eta=0.1, n_epochs=20, batch_size=16, l2=0.0, random_state=None):
        self.eta = eta
        self.n_epochs = n_epochs
        self.batch_size = batch_size
        self.l2 = l2
        self.random_state = random_state

    def _net_input(self, X):
        return X.dot(self.w_) + self.b_

    def _softmax(self, z):
        e = np.exp(z - np.max(z, axis=1, keepdims=True))
        return e / np.sum(e, axis=1, keepdims=True)

    def _cost(self, X, y_enc):
        p = self._softmax(self._net_input(X))
        ce = -np.mean(np.sum(y_enc * np.log(p), axis=1))
        return ce + 0.5 * self.l2 * np.sum(self.w_ ** 2)

    def _init_params(self, n_features, n_classes):
        rgen = np.random.RandomState(self.random_state)
        self.w_ = rgen.normal(0.0, 0.01, size=(n_features, n_classes))
        self.b_ = np.zeros(n_classes)
        return rgen

    def fit(self, X, y):
        n_classes = np.max(y) + 1
        rgen = self._init_params(X.shape[1], n_classes)
        y_enc = np.eye(n_classes)[y]
        self.cost_ = []
        for epoch in range(self.n_epochs):
            idx = rgen.permutation(X.shape[0])
            for start in range(0, X.shape[0], self.batch_size):
                stop = start + self.batch_size
                xb = X[idx[start:stop]]
                yb = y_enc[start:stop]
                p = self._softmax(self._net_input(xb))
                diff = p - yb
                grad_w = xb.T.dot(diff) / xb.shape[0] + self.l2 * self.w_
                grad_b = np.mean(diff, axis=0)
                self.w_ -= self.eta * grad_w
                self.b_ -= self.eta * grad_b
            self.cost_.append(self._cost(X, y_enc))
        return self

    def predict(self, X):
        return np.argmax(self._net_input(X), axis=1)


def make_blobs(n=150, seed=2):
    r = np.random.RandomState(seed)
    centers = np.array([[0, 2], [2, -1], [-2, -1]])
    y = r.randint(0, 3, n)
    return centers[y] + 0.7 * r.randn(n, 2), y


if __name__ == '__main__':
    X, y = make_blobs()
    clf = SoftmaxRegression(eta=0.2, n_epochs=30, l2=0.001, random_state=1).fit(X, y)
    print('cost first/last: %.4f %.4f' % (clf.cost_[0], clf.cost_[-1]))
    print('acc: %.3f' % np.mean(clf.predict(X) == y))
