"""Multinomial logistic regression in the scikit-learn manner."""
import numpy as np


class SoftmaxRegression:
    """
    Minimises  -1/n sum_i log p(y_i | x_i) + l2/2 * ||coef||^2
    (the intercept is not penalised).
    """

    def __init__(self, l2=1e-2, eta0=0.3, max_iter=200, batch_size=25, random_state=None):
        self.l2 = l2
        self.eta0 = eta0
        self.max_iter = max_iter
        self.batch_size = batch_size
        self.random_state = random_state

    def _decision(self, X):
        return X.dot(self.coef_.T) + self.intercept_

    def predict_proba(self, X):
        s = self._decision(X)
        s = np.exp(s - s.max(axis=1)[:, None])
        s /= s.sum(axis=1)[:, None]
        return s

    def _loss_grad(self, X, Y):
        n = X.shape[0]
        P = self.predict_proba(X)
        loss = -np.sum(Y * np.log(P)) / n + 0.5 * self.l2 * np.sum(self.coef_ ** 2)
        R = (P - Y) / n
        return loss, R.T.dot(X) + self.l2 * self.coef_, R.sum(axis=0)

    def partial_fit(self, X, Y):
        loss, gW, gb = self._loss_grad(X, Y)
        self.coef_ -= self.eta0 * gW
        self.intercept_ -= self.eta0 * gb
        return loss

    def fit(self, X, y):
        rs = np.random.RandomState(self.random_state)
        self.classes_, codes = np.unique(y, return_inverse=True)
        k = len(self.classes_)
        Y = np.eye(k)[codes]
        self.coef_ = 0.01 * rs.randn(k, X.shape[1])
        self.intercept_ = np.zeros(k)
        self.loss_curve_ = []
        for _ in range(self.max_iter):
            perm = rs.permutation(X.shape[0])
            losses = []
            for chunk in np.array_split(perm, max(1, X.shape[0] // self.batch_size)):
                losses.append(self.partial_fit(X[chunk], Y[chunk]))
            self.loss_curve_.append(np.mean(losses))
        return self

    def predict(self, X):
        return self.classes_[self._decision(X).argmax(axis=1)]

    def score(self, X, y):
        return np.mean(self.predict(X) == y)


if __name__ == "__main__":
    rs = np.random.RandomState(5)
    centers = np.array([[0, 2, 0], [2, -1, 1], [-2, -1, -1], [0, 0, 3]])
    labels = np.array(["ash", "birch", "cedar", "elm"])
    t = rs.randint(4, size=210)
    X = centers[t] + rs.randn(210, 3)
    clf = SoftmaxRegression(max_iter=60, random_state=0).fit(X, labels[t])
    print("first/last loss: %.4f %.4f" % (clf.loss_curve_[0], clf.loss_curve_[-1]))
    print("score: %.3f" % clf.score(X, labels[t]))
