# Zadanie 6: siec neuronowa dla bramek logicznych / dane medyczne (sztuczne)
# autor: Kacper W.
import numpy as np

def sigmoid(x):
    return 1.0 / (1.0 + np.exp(-x))

def sigmoid_prime_from_output(s):
    return s * (1.0 - s)


class NeuralNet(object):

    def __init__(self, sizes, momentum=0.5, seed=6):
        r = np.random.RandomState(seed)
        # ostatni wiersz kazdej macierzy to biasy
        self.layers = [r.randn(n + 1, m) * 0.6 for n, m in zip(sizes[:-1], sizes[1:])]
        self.prev = [np.zeros(w.shape) for w in self.layers]
        self.momentum = momentum

    def _add_one(self, a):
        return np.c_[a, np.ones(len(a))]

    def predict_proba(self, X):
        a = X
        self.acts = []
        for w in self.layers:
            a = self._add_one(a)
            self.acts.append(a)
            a = sigmoid(a.dot(w))
        self.acts.append(a)
        return a

    def log_loss(self, X, y):
        # srednia entropia krzyzowa
        p = self.predict_proba(X)
        return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))

    def gradients(self, X, y):
        p = self.predict_proba(X)
        n = X.shape[0]
        grads = []
        delta = (p - y) * sigmoid_prime_from_output(p)
        for w, a in zip(self.layers[::-1], self.acts[-2::-1]):
            grads.append(a.T.dot(delta) / n)
            back = delta.dot(w.T) * sigmoid_prime_from_output(a)
            delta = back[:, :-1]          # kolumna biasu nie idzie dalej
        return grads[::-1]

    def fit(self, X, y, lr=1.0, epochs=800):
        for e in range(epochs):
            gs = self.gradients(X, y)
            for k in range(len(self.layers)):
                change = -lr * gs[k] + self.momentum * self.prev[k]
                self.layers[k] += change
                self.prev[k] = change
            if e % 200 == 0:
                print("epoka", e, "log-loss", self.log_loss(X, y))
        return self


if __name__ == "__main__":
    rng = np.random.RandomState(0)
    X = rng.rand(90, 4)
    y = ((X[:, 0] > 0.5) ^ (X[:, 1] + X[:, 2] > 1.0)).astype(float)[:, None]
    nn = NeuralNet([4, 7, 1]).fit(X, y)
    print("dokladnosc:", np.mean((nn.predict_proba(X) > 0.5) == y))
