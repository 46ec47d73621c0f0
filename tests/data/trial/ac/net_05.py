# coding: utf-8
# ロジスティック回帰 (隠れ層なし) をNumPyだけで実装してみた
# Qiitaの記事用のサンプルコード
import numpy as np


class LogisticRegression(object):
    """ミニバッチ確率的勾配降下法 + L2正則化"""

    def __init__(self, n_features, eta=0.1, lam=0.01, rng=None):
        self.rng = rng or np.random.RandomState(0)
        self.w = self.rng.normal(scale=0.1, size=n_features)
        self.b = 0.0
        self.eta = eta
        self.lam = lam

    def net_input(self, X):
        return X.dot(self.w) + self.b

    def predict_proba(self, X):
        z = self.net_input(X)
        return 0.5 * (1.0 + np.tanh(0.5 * z))  # シグモイド関数と同じ

    def cost(self, X, t):
        # 交差エントロピー誤差 (平均) + 正則化項 (バイアスは含めない)
        z = self.net_input(X)
        ce = np.mean(np.logaddexp(0.0, z) - t * z)
        return ce + self.lam * np.dot(self.w, self.w)

    def update(self, X, t):
        delta = self.predict_proba(X) - t
        grad_w = X.T.dot(delta) / len(t)
        grad_b = delta.mean()
        self.w = (1.0 - 2.0 * self.eta * self.lam) * self.w - self.eta * grad_w
        self.b -= self.eta * grad_b

    def fit(self, X, t, epochs=20, batch_size=16):
        self.cost_ = []
        for epoch in range(epochs):
            idx = self.rng.permutation(len(t))
            for s in range(0, len(t), batch_size):
                mb = idx[s:s + batch_size]
                self.update(X[mb], t[mb])
            self.cost_.append(self.cost(X, t))
        return self

    def score(self, X, t):
        return np.mean((self.net_input(X) >= 0) == (t == 1))


if __name__ == '__main__':
    rng = np.random.RandomState(123)
    X = np.vstack([rng.randn(50, 2) + [1.5, 1.0], rng.randn(50, 2) - [1.0, 1.0]])
    t = np.r_[np.ones(50), np.zeros(50)]
    clf = LogisticRegression(2, eta=0.2, lam=0.001)
    clf.fit(X, t)
    for i, c in enumerate(clf.cost_):
        if i % 5 == 0:
            print('epoch: %d  cost: %.5f' % (i, c))
    print('正解率:', clf.score(X, t))
