"""rent_service/model.py

Rent estimator behind /api/estimate.  Cost is half the mean squared error
plus (REG/2) * sum of all squared weights (biases are not regularised).
"""
import json
import numpy as np

HIDDEN = 10
REG = 0.01


class RentModel:
    def __init__(self, n_features, seed=0):
        rnd = np.random.RandomState(seed)
        self.W1 = rnd.randn(n_features, HIDDEN) * np.sqrt(2 / n_features)
        self.W2 = rnd.randn(HIDDEN, HIDDEN) * np.sqrt(2 / HIDDEN)
        self.W3 = rnd.randn(HIDDEN, HIDDEN) * np.sqrt(2 / HIDDEN)
        self.W4 = rnd.randn(HIDDEN, 1) * np.sqrt(1 / HIDDEN)
        self.b1 = np.zeros(HIDDEN)
        self.b2 = np.zeros(HIDDEN)
        self.b3 = np.zeros(HIDDEN)
        self.b4 = np.zeros(1)

    def _forward(self, X):
        self.z1 = X.dot(self.W1) + self.b1
        self.h1 = np.maximum(self.z1, 0)
        self.z2 = self.h1.dot(self.W2) + self.b2
        self.h2 = np.maximum(self.z2, 0)
        self.z3 = self.h2.dot(self.W3) + self.b3
        self.h3 = np.maximum(self.z3, 0)
        return self.h3.dot(self.W4) + self.b4

    def cost(self, X, y):
        err = self._forward(X) - y
        weights = (self.W1, self.W2, self.W3, self.W4)
        return 0.5 * np.mean(err ** 2) + 0.5 * REG * sum(np.sum(W * W) for W in weights)

    def train_step(self, X, y, lr):
        N = X.shape[0]
        pred = self._forward(X)

        d4 = (pred - y) / N
        dW4 = self.h3.T.dot(d4) + REG * self.W4
        db4 = d4.sum(axis=0)

        d3 = d4.dot(self.W4.T) * (self.z3 > 0)
        dW3 = self.h2.T.dot(d3) + REG * self.W2
        db3 = d3.sum(axis=0)

        d2 = d3.dot(self.W3.T) * (self.z2 > 0)
        dW2 = self.h1.T.dot(d2) + REG * self.W2
        db2 = d2.sum(axis=0)

        d1 = d2.dot(self.W2.T) * (self.z1 > 0)
        dW1 = X.T.dot(d1) + REG * self.W1
        db1 = d1.mean(axis=0)

        self.W4 -= lr * dW4
        self.b4 -= lr * db4
        self.W3 -= lr * dW3
        self.b3 -= lr * db3
        self.W2 -= lr * dW2
        self.b2 -= lr * db2
        self.W1 -= lr * dW1
        self.b1 -= lr * db1

    def estimate(self, payload):
        x = json.loads(payload)
        row = np.array([[x["rooms"], x["area"] / 50.0, x["floor"] / 5.0, x["centre_km"] / 5.0, x["balcony"]]])
        return json.dumps({"rent": round(float(self._forward(row)[0, 0]) * 500, 2)})


def sample_flats(n, seed=1):
    rnd = np.random.RandomState(seed)
    rooms = rnd.randint(1, 6, n)
    area = rooms * 22 + rnd.normal(0, 6, n)
    floor = rnd.randint(0, 8, n)
    km = rnd.gamma(2, 2, n)
    balcony = rnd.randint(0, 2, n)
    rent = area * (14 - 0.6 * km) + 40 * balcony + 5 * floor
    X = np.column_stack([rooms, area / 50.0, floor / 5.0, km / 5.0, balcony]).astype(float)
    return X, (rent / 500.0).reshape(-1, 1)


if __name__ == "__main__":
    X, y = sample_flats(256)
    model = RentModel(X.shape[1])
    for it in range(600):
        pick = np.random.RandomState(it).choice(256, 64, replace=False)
        model.train_step(X[pick], y[pick], 0.02)
        if it % 100 == 0:
            print(it, model.cost(X, y))
    print(model.estimate('{"rooms": 3, "area": 70, "floor": 2, "centre_km": 3.5, "balcony": 1}'))
