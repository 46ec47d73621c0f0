import numpy as np

class LogReg:
    """ Logistic regression trained with gradient descent + momentum.
        labels are -1 / +1, loss = mean(log(1 + exp(-y * f(x)))) """

    def __init__(self, nFeatures, eta=0.5, mu=0.8):
        self.theta = np.zeros(nFeatures)
        self.intercept = 0.0
        self.eta = eta
        self.mu = mu
        self.vel_theta = np.zeros(nFeatures)
        self.vel_intercept = 0.0

    def decision(self, X):
        return X.dot(self.theta) + self.intercept

    def getLoss(self, X, y):
        return np.mean(np.logaddexp(0, -y * self.decision(X)))

    def getGradient(self, X, y):
        margin = y * self.decision(X)
        coef = -y / (1 + np.exp(margin))
        return X.T.dot(coef) / len(y), coef.mean()

    def oneStep(self, X, y):
        gT, gI = self.getGradient(X, y)
        self.vel_theta = self.mu * self.vel_theta + gT
        self.vel_intercept = self.mu * self.vel_intercept + gI
        self.theta = self.theta - self.eta * self.vel_theta
        self.intercept = self.intercept - self.eta * self.vel_intercept

    def fit(self, X, y, nIter=100):
        for it in range(nIter):
            self.oneStep(X, y)
            if it % 20 == 0:
                print("iter", it, "loss", round(self.getLoss(X, y), 5))
        return self

    def predict(self, X):
        return np.where(self.decision(X) >= 0, 1, -1)


if __name__ == "__main__":
    np.random.seed(8)
    X = np.random.randn(80, 3)
    y = np.where(X[:, 0] - 2 * X[:, 1] + 0.3 + 0.5 * np.random.randn(80) > 0, 1, -1)
    clf = LogReg(3).fit(X, y)
    print("train acc:", (clf.predict(X) == y).mean())
