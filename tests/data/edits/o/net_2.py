"""Multi-label classifier: ELU hidden layers, one sigmoid per label,
L2 penalty on the weights and SGD with momentum. Examples are columns."""
import numpy as np


def sigmoid(Z):
    return 1.0 / (1.0 + np.exp(-Z))


def elu(Z, alpha):
    return np.where(Z > 0, Z, alpha * (np.exp(np.minimum(Z, 0)) - 1))


def elu_backward(dA, Z, alpha):
    return dA * np.where(Z > 0, 1.0, alpha * np.exp(np.minimum(Z, 0)))


class MultiLabelNet:
    def __init__(self, layer_dims, lr=0.5, lambd=0.5, beta=0.9, alpha=1.0, seed=1):
        rng = np.random.RandomState(seed)
        self.L = len(layer_dims) - 1
        self.lr, self.lambd, self.beta, self.alpha = lr, lambd, beta, alpha
        self.params, self.cache, self.grads, self.v = {}, {}, {}, {}
        for l in range(1, self.L + 1):
            n_out, n_in = layer_dims[l], layer_dims[l - 1]
            self.params[f"W{l}"] = rng.randn(n_out, n_in) / np.sqrt(n_in)
            self.params[f"b{l}"] = 0.1 * rng.randn(n_out, 1)
            self.v[f"W{l}"] = np.zeros((n_out, n_in))
            self.v[f"b{l}"] = np.zeros((n_out, 1))

    def forward(self, X):
        A = X
        self.cache["A0"] = X
        for l in range(1, self.L + 1):
            Z = self.params[f"W{l}"] @ A + self.params[f"b{l}"]
            if l < self.L:
                A = elu(Z, self.alpha)
            else:
                A = sigmoid(Z)
            self.cache[f"Z{l}"] = Z
            self.cache[f"A{l}"] = A
        return A

    def compute_loss(self, A, Y):
        n_examples = Y.shape[1]
        A = np.clip(A, 1e-12, 1 - 1e-12)
        logistic = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / n_examples
        weights = [self.params[f"W{l}"] for l in range(1, self.L + 1)]
        penalty = self.lambd / (2 * n_examples) * sum(np.sum(W ** 2) for W in weights)
        return logistic + penalty

    def backward(self, Y):
        m = Y.shape[1]
        dZ = self.cache[f"A{self.L}"] - Y
        for l in range(self.L, 0, -1):
            W = self.params[f"W{l}"]
            A_prev = self.cache[f"A{l-1}"]
            self.grads[f"W{l}"] = dZ @ A_prev.T / m + self.lambd / m * W
            self.grads[f"b{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
            if l > 1:
                dA = W.T @ dZ
                dZ = elu_backward(dA, self.cache[f"Z{l-1}"], self.alpha)
        return self.grads

    def update_layer(self, l):
        for name in (f"W{l}", f"b{l}"):
            self.v[name] = self.beta * self.v[name] + (1 - self.beta) * self.grads[name]
            self.params[name] -= self.lr * self.v[name]

    def update(self):
        for l in range(1, self.L + 1):
            self.update_layer(l)

    def train(self, X, Y, epochs=500, print_every=100):
        losses = []
        for epoch in range(epochs):
            A = self.forward(X)
            losses.append(self.compute_loss(A, Y))
            self.backward(Y)
            self.update()
            if epoch % print_every == 0:
                print("epoch %d, loss %.5f" % (epoch, losses[-1]))
        return losses

    def predict(self, X):
        return (self.forward(X) > 0.5).astype(int)


if __name__ == "__main__":
    np.random.seed(0)
    X = np.random.randn(4, 200)
    Y = np.vstack([X[0] * X[1] > 0, X[2] + X[3] > 0.3, X[0] ** 2 + X[3] ** 2 > 1.5]).astype(float)
    net = MultiLabelNet([4, 12, 8, 3])
    losses = net.train(X, Y)
    acc = np.mean(net.predict(X) == Y, axis=1)
    print("final loss %.5f" % losses[-1])
    print("accuracy per label:", acc)
