import numpy as np


class Classifier:
    """Multi-class network. ReLU in the hidden layers, softmax at the end.

    Data come as columns: X has shape (n_features, m), Y is one-hot with
    shape (n_classes, m). The loss is the cross entropy averaged over the m
    samples.
    """

    def __init__(self, layer_dims):
        self.weights = []
        self.biases = []
        for n_in, n_out in zip(layer_dims[:-1], layer_dims[1:]):
            self.weights.append(np.random.randn(n_out, n_in) * np.sqrt(2 / n_in))
            self.biases.append(np.zeros((n_out, 1)))

    def relu(self, Z):
        return np.maximum(Z, 0)

    def softmax(self, Z):
        e = np.exp(Z - Z.max(axis=0, keepdims=True))
        return e / e.sum(axis=0, keepdims=True)

    def forward(self, X):
        self.activations = [X]
        self.zs = []
        last = len(self.weights) - 1
        A = X
        for i, (W, b) in enumerate(zip(self.weights, self.biases)):
            Z = W @ A + b
            A = self.softmax(Z) if i == last else self.relu(Z)
            self.zs.append(Z)
            self.activations.append(A)
        return A

    def loss(self, P, Y):
        return -np.sum(Y * np.log(P + 1e-300)) / Y.shape[1]

    def backward(self, Y):
        m = Y.shape[1]
        n_layers = len(self.weights)
        self.dW = [None] * n_layers
        self.db = [None] * n_layers
        # softmax and cross entropy together
        dZ = (self.activations[-1] - Y) / m
        for i in range(n_layers - 1, -1, -1):
            self.dW[i] = dZ @ self.activations[i].T
            self.db[i] = np.sum(dZ, axis=1, keepdims=True)
            if i > 0:
                dA = self.weights[i].T @ dZ
                dZ = dA * (self.activations[i] > 0)

    def update(self, lr):
        for i in range(len(self.weights)):
            self.weights[i] = self.weights[i] - lr * self.dW[i]
            self.biases[i] = self.biases[i] - lr * self.db[i]

    def train_on_batch(self, X, Y, lr):
        P = self.forward(X)
        self.backward(Y)
        self.update(lr)
        return self.loss(P, Y)

    def predict(self, X):
        return np.argmax(self.forward(X), axis=0)
