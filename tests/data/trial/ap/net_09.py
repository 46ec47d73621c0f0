# churn_score.py -- quick and dirty, TODO clean up before handing to BI
import numpy as np

ALPHA = 0.5


def elu(x):
    return np.where(x > 0, x, ALPHA * (np.exp(np.minimum(x, 0)) - 1))


def elu_grad(x):
    return np.where(x > 0, 1.0, np.exp(np.minimum(x, 0)))


def logistic(x):
    return 1 / (1 + np.exp(-x))


class ChurnNet:
    def __init__(self, n_features, h1=8, h2=5):
        rs = np.random.RandomState(77)
        self.w1 = rs.randn(n_features, h1) * 0.5
        self.c1 = np.zeros(h1)
        self.w2 = rs.randn(h1, h2) * 0.5
        self.c2 = np.zeros(h2)
        self.w3 = rs.randn(h2, 1) * 0.5
        self.c3 = np.zeros(1)

    def score(self, df):
        self.x = df
        self.u1 = df.dot(self.w1) + self.c1
        self.v1 = elu(self.u1)
        self.u2 = self.v1.dot(self.w2) + self.c2
        self.v2 = elu(self.u2)
        self.yhat = logistic(self.v2.dot(self.w3) + self.c3)
        return self.yhat

    def brier(self, df, churned):
        # half brier score, this is what we optimise
        return 0.5 * np.mean((self.score(df) - churned) ** 2)

    def train(self, df, churned, lr=0.5, rounds=200, verbose=50):
        n = float(len(df))
        for r in range(rounds):
            self.score(df)
            e3 = (self.yhat - churned) / n
            e2 = e3.dot(self.w3.T) * elu_grad(self.u2)
            e1 = e2.dot(self.w2.T) * elu_grad(self.u1)

            self.w3 -= lr * self.v2.T.dot(e3)
            self.c3 -= lr * e3.sum(axis=0)
            self.w2 -= lr * self.v1.T.dot(e2)
            self.c2 -= lr * e2.sum(axis=0)
            self.w1 -= lr * self.x.T.dot(e1)
            self.c1 -= lr * e1.sum(axis=0)
            if verbose and r % verbose == 0:
                print("round", r, "half-brier", self.brier(df, churned))
        return self


if __name__ == "__main__":
    rs = np.random.RandomState(1)
    cust = rs.randn(160, 4)   # tenure, calls, spend, discount (z-scored)
    churn = ((cust[:, 1] - cust[:, 0] + 0.5 * cust[:, 2] * cust[:, 3]) > 0.2).astype(float).reshape(-1, 1)
    net = ChurnNet(4).train(cust, churn)
    print("hit rate", np.mean((net.score(cust) > 0.5) == (churn > 0.5)))
