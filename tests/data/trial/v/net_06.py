# Answer to "How do I write a neural network from scratch with layer classes?"
import numpy as np


class Layer:
    def forward(self, inp):
        raise NotImplementedError

    def backward(self, grad_out, lr):
        raise NotImplementedError


class Dense(Layer):
    def __init__(self, n_in, n_out, mu=0.9, rng=np.random):
        self.w = rng.uniform(-1, 1, (n_in, n_out)) * np.sqrt(3.0 / n_in)
        self.b = np.zeros((1, n_out))
        self.mu = mu
        self.vw = np.zeros_like(self.w)
        self.vb = np.zeros_like(self.b)

    def forward(self, inp):
        self.inp = inp
        return inp @ self.w + self.b

    def backward(self, grad_out, lr):
        grad_in = grad_out @ self.w.T
        gw = self.inp.T @ grad_out
        gb = grad_out.sum(axis=0, keepdims=True)
        self.vw = self.mu * self.vw - lr * gw
        self.vb = self.mu * self.vb - lr * gb
        self.w += self.vw
        self.b += self.vb
        return grad_in


class Tanh(Layer):
    def forward(self, inp):
        self.out = np.tanh(inp)
        return self.out

    def backward(self, grad_out, lr):
        return grad_out * (1 - self.out ** 2)


class SiLU(Layer):
    def forward(self, inp):
        self.inp = inp
        self.sig = 1 / (1 + np.exp(-inp))
        return inp * self.sig

    def backward(self, grad_out, lr):
        return grad_out * (self.sig + self.inp * self.sig * (1 - self.sig))


def mse(y_true, y_pred):
    return np.mean(np.power(y_true - y_pred, 2))


def mse_prime(y_true, y_pred):
    return 2 * (y_pred - y_true) / y_true.size


class Net:
    def __init__(self, layers):
        self.layers = layers

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def fit(self, x, y, epochs, lr, verbose=True):
        for e in range(epochs):
            out = self.predict(x)
            err = mse(y, out)
            grad = mse_prime(y, out)
            for layer in reversed(self.layers):
                grad = layer.backward(grad, lr)
            if verbose and e % 100 == 0:
                print('epoch %4d   mse=%.6f' % (e, err))


if __name__ == '__main__':
    rng = np.random.RandomState(7)
    x = rng.uniform(-2, 2, (80, 2))
    y = np.c_[np.sin(x[:, 0]) * x[:, 1], np.cos(x[:, 0] + x[:, 1])]
    net = Net([Dense(2, 16, rng=rng), Tanh(),
               Dense(16, 12, rng=rng), SiLU(),
               Dense(12, 8, rng=rng), Tanh(),
               Dense(8, 2, rng=rng)])
    net.fit(x, y, 601, 0.05)
