"""A small multilayer perceptron classifier with the interface of scikit-learn."""
import numpy as np


def relu(z):
    return np.maximum(z, 0)


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


# derivatives, written with the activation's OUTPUT a
ACTIVATIONS = {"tanh": np.tanh, "relu": relu}
DERIVATIVES = {
    "tanh": lambda a: 1 - a ** 2,
    "relu": lambda a: (a > 0).astype(float),
}


class MLPClassifier:
    def __init__(self, hidden_layer_sizes=(16, 8), activation="tanh", alpha=1e-4,
                 learning_rate_init=0.1, momentum=0.9, batch_size=20,
                 max_iter=100, random_state=0):
        self.hidden_layer_sizes, self.activation = hidden_layer_sizes, activation
        self.alpha, self.momentum = alpha, momentum
        self.learning_rate_init, self.random_state = learning_rate_init, random_state
        self.batch_size, self.max_iter = batch_size, max_iter

    def _initialize(self, n_features, classes):
        self.classes_ = np.asarray(classes)
        self._rng = np.random.RandomState(self.random_state)
        sizes = [n_features] + list(self.hidden_layer_sizes) + [len(self.classes_)]
        self.coefs_, self.intercepts_ = [], []
        for fan_in, fan_out in zip(sizes[:-1], sizes[1:]):
            bound = np.sqrt(6.0 / (fan_in + fan_out))
            self.coefs_.append(self._rng.uniform(-bound, bound, (fan_in, fan_out)))
            self.intercepts_.append(self._rng.uniform(-bound, bound, fan_out))
        self._coef_velocities = [np.zeros_like(W) for W in self.coefs_]
        self._intercept_velocities = [np.zeros_like(b) for b in self.intercepts_]
        self.loss_curve_ = []

    def _one_hot(self, y):
        return (np.asarray(y)[:, None] == self.classes_[None, :]).astype(float)

    def _forward_pass(self, X):
        act = ACTIVATIONS[self.activation]
        activations = [X]
        for i, (W, b) in enumerate(zip(self.coefs_, self.intercepts_)):
            z = activations[-1] @ W + b
            is_output = i == len(self.coefs_) - 1
            activations.append(softmax(z) if is_output else act(z))
        return activations

    def _loss(self, proba, Y):
        n_samples = Y.shape[0]
        penalty = 0.5 * self.alpha * sum(np.sum(W ** 2) for W in self.coefs_)
        return -np.sum(Y * np.log(proba)) / n_samples + penalty / n_samples

    def _backprop(self, X, Y):
        n_samples = X.shape[0]
        derivative = DERIVATIVES[self.activation]
        activations = self._forward_pass(X)
        loss = self._loss(activations[-1], Y)
        coef_grads, intercept_grads = [None] * len(self.coefs_), [None] * len(self.coefs_)
        delta = activations[-1] - Y
        for i in reversed(range(len(self.coefs_))):
            coef_grads[i] = activations[i].T @ delta
            coef_grads[i] += self.alpha * self.coefs_[i]
            coef_grads[i] /= n_samples
            intercept_grads[i] = delta.mean(axis=0)
            if i > 0:
                delta = (delta @ self.coefs_[i].T) * derivative(activations[i])
        return loss, coef_grads, intercept_grads

    def _update(self, coef_grads, intercept_grads):
        lr = self.learning_rate_init
        for i in range(len(self.coefs_)):
            self._coef_velocities[i] = self.momentum * self._coef_velocities[i] - lr * coef_grads[i]
            self._intercept_velocities[i] = self.momentum * self._intercept_velocities[i] - lr * intercept_grads[i]
            self.coefs_[i] += self._coef_velocities[i]
            self.intercepts_[i] += self._intercept_velocities[i]

    def partial_fit(self, X, y, classes=None):
        if not hasattr(self, "coefs_"):
            self._initialize(X.shape[1], np.unique(y) if classes is None else classes)
        self.loss_, coef_grads, intercept_grads = self._backprop(X, self._one_hot(y))
        self._update(coef_grads, intercept_grads)
        return self

    def fit(self, X, y):
        self._initialize(X.shape[1], np.unique(y))
        for epoch in range(self.max_iter):
            order = self._rng.permutation(len(X))
            total = 0.0
            for start in range(0, len(X), self.batch_size):
                batch = order[start:start + self.batch_size]
                self.partial_fit(X[batch], y[batch])
                total += self.loss_ * len(batch)
            self.loss_curve_.append(total / len(X))
        return self

    def predict_proba(self, X):
        return self._forward_pass(X)[-1]

    def predict(self, X):
        return self.classes_[self.predict_proba(X).argmax(axis=1)]


if __name__ == "__main__":
    rng = np.random.RandomState(1)
    centers = rng.randn(3, 4) * 2
    y = rng.randint(0, 3, 150)
    X = centers[y] + rng.randn(150, 4)
    clf = MLPClassifier().fit(X, y)
    print("loss %.4f  accuracy %.3f" % (clf.loss_curve_[-1], np.mean(clf.predict(X) == y)))
