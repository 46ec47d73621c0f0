import numpy as np


class SoftmaxRegression:
    """Multinomial logistic regression (no hidden layer) fitted by SGD with momentum.

    loss = -1/n sum_i log p_i[y_i] + alpha * ||coef||^2      (intercept is free)
    """

    def __init__(self, alpha=1e-3, eta0=0.2, momentum=0.8, n_epochs=40, batch_size=32, seed=0):
        self.alpha = alpha
        self.eta0 = eta0
        self.momentum = momentum
        self.n_epochs = n_epochs
        self.batch_size = batch_size
        self.seed = seed

    def get_params(self):
        return {k: v for k, v in vars(self).items() if not k.endswith("_")}

    def decision_function(self, X):
        return np.einsum("nd,kd->nk", X, self.coef_) + self.intercept_

    def predict_log_proba(self, X):
        s = self.decision_function(X)
        s = s - s.max(axis=1, keepdims=True)
        return s - np.log(np.exp(s).sum(axis=1, keepdims=True))

    def predict(self, X):
        return self.classes_[self.decision_function(X).argmax(axis=1)]

    def _loss(self, X, codes):
        lp = self.predict_log_proba(X)
        return -lp[np.arange(len(X)), codes].mean() + self.alpha * np.sum(self.coef_ ** 2)

    def _gradient(self, X, codes):
        G = np.exp(self.predict_log_proba(X))
        G[np.arange(len(X)), codes] -= 1.0
        G /= len(X)
        return np.einsum("nk,nd->kd", G, X) + 2.0 * self.alpha * self.coef_, G.sum(axis=0)

    def partial_fit(self, X, codes):
        gw, gb = self._gradient(X, codes)
        self.vw_ = self.momentum * self.vw_ - self.eta0 * gw
        self.vb_ = self.momentum * self.vb_ - self.eta0 * gb
        self.coef_ = self.coef_ + self.vw_
        self.intercept_ = self.intercept_ + self.vb_
        return self

    def _reset(self, n_classes, n_features):
        self.rng_ = np.random.default_rng(self.seed)
        self.coef_ = 0.01 * self.rng_.standard_normal((n_classes, n_features))
        self.intercept_ = np.zeros(n_classes)
        self.vw_ = np.zeros_like(self.coef_)
        self.vb_ = np.zeros_like(self.intercept_)

    def fit(self, X, y):
        self.classes_, codes = np.unique(y, return_inverse=True)
        self._reset(len(self.classes_), X.shape[1])
        for epoch in range(self.n_epochs):
            p = self.rng_.permutation(len(X))
            for chunk in np.array_split(p, max(1, len(X) // self.batch_size)):
                self.partial_fit(X[chunk], codes[chunk])
            if epoch % 10 == 0:
                print("epoch", epoch, "loss", self._loss(X, codes))
        return self


if __name__ == "__main__":
    rng = np.random.default_rng(9)
    centres = np.array([[2, 0], [-1, 1.7], [-1, -1.7]])
    lab = rng.integers(0, 3, 300)
    X = centres[lab] + rng.normal(size=(300, 2))
    y = np.array(["a", "b", "c"])[lab]
    clf = SoftmaxRegression().fit(X, y)
    print("train accuracy", np.mean(clf.predict(X) == y))
