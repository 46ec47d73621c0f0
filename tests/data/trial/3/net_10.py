"""hw1p1-like mini framework (mytorch), 3 hidden layers, GELU variant
Criterion: softmax cross entropy, mean over batch. SGD w/ momentum as in torch.optim.SGD."""
import numpy as np
from typing import List


class Linear:
    def __init__(self, in_features: int, out_features: int, rng):
        k = np.sqrt(1.0 / in_features)
        self.W = rng.uniform(-k, k, (out_features, in_features))
        self.b = rng.uniform(-k, k, (out_features, 1))

    def forward(self, A: np.ndarray) -> np.ndarray:
        self.A = A
        self.N = A.shape[0]
        self.Ones = np.ones((self.N, 1))
        return A @ self.W.T + self.Ones @ self.b.T

    def backward(self, dLdZ: np.ndarray) -> np.ndarray:
        self.dLdW = dLdZ.T @ self.A
        self.dLdb = dLdZ.T @ self.Ones
        return dLdZ @ self.W


class GELU:
    C = np.sqrt(2.0 / np.pi)

    def forward(self, Z):
        self.Z = Z
        self.T = np.tanh(self.C * (Z + 0.044715 * Z ** 3))
        return 0.5 * Z * (1.0 + self.T)

    def backward(self, dLdA):
        Z, T = self.Z, self.T
        dudz = self.C * (1.0 + 0.044715 * Z ** 2)
        dAdZ = 0.5 * (1.0 + T) + 0.5 * Z * (1.0 - T ** 2) * dudz
        return dLdA * dAdZ


class CrossEntropyLoss:
    def forward(self, A, Y):
        self.Y = Y
        self.N = A.shape[0]
        e = np.exp(A - A.max(axis=1, keepdims=True))
        self.softmax = e / e.sum(axis=1, keepdims=True)
        return -np.sum(Y * np.log(self.softmax)) / self.N

    def backward(self):
        return (self.softmax - self.Y) / self.N


class MLP3:
    def __init__(self, sizes: List[int], seed: int = 0):
        rng = np.random.default_rng(seed)
        self.layers = []
        for i in range(len(sizes) - 1):
            self.layers.append(Linear(sizes[i], sizes[i + 1], rng))
            if i < len(sizes) - 2:
                self.layers.append(GELU())

    def forward(self, A):
        for layer in self.layers:
            A = layer.forward(A)
        return A

    def backward(self, dLdA):
        for layer in self.layers[::-1]:
            dLdA = layer.backward(dLdA)
        return dLdA


class SGD:
    def __init__(self, model, lr=0.1, momentum=0.0):
        self.l = [m for m in model.layers if isinstance(m, Linear)]
        self.lr, self.mu = lr, momentum
        self.v_W = [np.zeros_like(m.W) for m in self.l]
        self.v_b = [np.zeros_like(m.b) for m in self.l]

    def step(self):
        for i, m in enumerate(self.l):
            self.v_W[i] = self.mu * self.v_W[i] + m.dLdW
            self.v_b[i] = self.mu * self.v_b[i] + m.dLdb
            m.W = m.W - self.lr * self.v_W[i]
            m.b = m.b - self.lr * self.v_b[i]


def main():
    rng = np.random.default_rng(11)
    X = rng.normal(size=(128, 2)) * 1.5
    lab = (np.hypot(X[:, 0], X[:, 1]) > 1.2).astype(int) + (np.hypot(X[:, 0], X[:, 1]) > 2.2)
    Y = np.eye(3)[lab]
    model = MLP3([2, 12, 12, 8, 3])
    criterion = CrossEntropyLoss()
    optim = SGD(model, lr=0.1, momentum=0.9)
    for epoch in range(60):
        perm = rng.permutation(len(X))
        total = 0.0
        for s in range(0, len(X), 32):
            idx = perm[s:s + 32]
            loss = criterion.forward(model.forward(X[idx]), Y[idx])
            model.backward(criterion.backward())
            optim.step()
            total += loss * len(idx)
        if epoch % 15 == 0:
            print(f"epoch {epoch:3d}  loss {total / len(X):.4f}")


if __name__ == "__main__":
    main()
