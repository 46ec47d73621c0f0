"""Softmax regression, grown into a network with one hidden layer."""
import numpy as np


class NeuralNetClassifier:
    """Hidden layer of rectified linear units and a softmax output.

    Parameters
    ----------
    n_hidden : units in the hidden layer
    eta : learning rate
    l2 : strength of the penalty l2/2 * sum(W**2); biases are not penalised
    """

    def __init__(self, n_hidden=12, eta=0.2, l2=0.01, epochs=40,
                 batch_size=16, seed=1):
        self.n_hidden = n_hidden
        self.eta = eta
        self.l2 = l2
        self.epochs = epochs
        self.batch_size = batch_size
        self.rng = np.random.RandomState(seed)

    def _init_weights(self, n_features, n_classes):
        self.W1 = self.rng.normal(0, np.sqrt(2.0 / n_features),
                                  (n_features, self.n_hidden))
        self.b1 = np.zeros(self.n_hidden)
        self.W2 = self.rng.normal(0, np.sqrt(1.0 / self.n_hidden),
                                  (self.n_hidden, n_classes))
        self.b2 = np.zeros(n_classes)

    @staticmethod
    def _relu(z):
        return np.maximum(0, z)

    @staticmethod
    def _softmax(z):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def _forward(self, X):
        z1 = X @ self.W1 + self.b1
        a1 = self._relu(z1)
        scores = a1 @ self.W2 + self.b2
        probs = self._softmax(scores)
        return z1, a1, probs

    def _loss(self, probs, y):
        """Mean cross-entropy of integer labels y, plus the L2 penalty."""
        data_loss = -np.mean(np.log(probs[np.arange(len(y)), y]))
        penalty = np.sum(self.W1 ** 2) + np.sum(self.W2 ** 2)
        return data_loss + 0.5 * self.l2 * penalty

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self._init_weights(n_features, len(np.unique(y)))
        self.losses_ = []

        for epoch in range(self.epochs):
            order = self.rng.permutation(n_samples)
            epoch_loss, n_batches = 0.0, 0
            for start in range(0, n_samples, self.batch_size):
                rows = order[start:start + self.batch_size]
                Xb, yb = X[rows], y[rows]
                n = len(yb)

                z1, a1, probs = self._forward(Xb)
                epoch_loss += self._loss(probs, yb)
                n_batches += 1

                # gradient of the loss with respect to the scores
                dscores = probs.copy()
                dscores[np.arange(n), yb] -= 1
                dscores /= n

                dW2 = a1.T @ dscores + self.l2 * self.W2
                db2 = dscores.sum(axis=0)

                dhidden = dscores @ self.W2.T
                dhidden[z1 <= 0] = 0
                dW1 = Xb.T @ dhidden + self.l2 * self.W1
                db1 = dhidden.sum(axis=0)

                self.W2 -= self.eta * dW2
                self.b2 -= self.eta * db2
                self.W1 -= self.eta * dW1
                self.b1 -= self.eta * db1

            self.losses_.append(epoch_loss / n_batches)
        return self

    def predict_proba(self, X):
        return self._forward(X)[-1]

    def predict(self, X):
        return np.argmax(self.predict_proba(X), axis=1)


if __name__ == "__main__":
    rng = np.random.RandomState(0)
    centers = np.array([[0.0, 2.0], [2.0, -1.0], [-2.0, -1.0]])
    y = rng.randint(0, 3, 150)
    X = centers[y] + rng.normal(0, 0.8, (150, 2))
    net = NeuralNetClassifier().fit(X, y)
    print("loss: first %.4f, last %.4f" % (net.losses_[0], net.losses_[-1]))
    print("training accuracy: %.3f" % np.mean(net.predict(X) == y))
