import numpy as np


class Layer:
    def forward(self, inp):
        raise NotImplementedError

    def backward(self, grad_out, lr):
        raise NotImplementedError


class Dense(Layer):
    def __init__(self, n_in, n_out, rng):
        self.weights = rng.normal(0, 1 / np.sqrt(n_in), (n_in, n_out))
        self.bias = np.zeros((1, n_out))

    def forward(self, inp):
        self.inp = inp
        return inp @ self.weights + self.bias

    def backward(self, grad_out, lr):
        grad_in = grad_out @ self.weights.T
        self.weights -= lr * (self.inp.T @ grad_out)
        self.bias -= lr * grad_out.sum(axis=0, keepdims=True)
        return grad_in


class Tanh(Layer):
    def forward(self, inp):
        self.out = np.tanh(inp)
        return self.out

    def backward(self, grad_out, lr):
        return grad_out * (1 - self.out ** 2)


class Softplus(Layer):
    def forward(self, inp):
        self.out = np.log1p(np.exp(inp))
        return self.out

    def backward(self, grad_out, lr):
        return grad_out / (1 + np.exp(-self.out))


class Sequential:
    def __init__(self, *layers):
        self.layers = layers

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def fit(self, x, y, epochs, lr):
        for epoch in range(epochs):
            out = self.predict(x)
            err = np.mean((out - y) ** 2)
            grad = 2 * (out - y) / out.size
            for layer in reversed(self.layers):
                grad = layer.backward(grad, lr)
            if epoch % 200 == 0:
                print(f"epoch {epoch:5d}   mse {err:.6f}")


if __name__ == "__main__":
    rng = np.random.default_rng(11)
    x = np.linspace(-2, 2, 60).reshape(-1, 1)
    y = np.hstack([np.sin(2 * x), 0.3 * x ** 2])
    net = Sequential(Dense(1, 12, rng), Tanh(), Dense(12, 10, rng), Softplus(), Dense(10, 2, rng))
    net.fit(x, y, 1000, 0.05)
