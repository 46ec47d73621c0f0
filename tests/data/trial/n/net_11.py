"""keras_from_memory.py : Sequential / Dense / compile / fit in about a hundred lines"""
import numpy as np

ALPHA = 1.0


def _elu(z):
    return np.where(z > 0, z, ALPHA * (np.exp(np.minimum(z, 0)) - 1))


ACTIVATIONS = {
    # name: (function of z, derivative written with the output a)
    'linear': (lambda z: z, lambda a: np.ones_like(a)),
    'sigmoid': (lambda z: 1 / (1 + np.exp(-z)), lambda a: a * (1 - a)),
    'tanh': (np.tanh, lambda a: 1 - a ** 2),
    'elu': (_elu, lambda a: np.where(a > 0, 1.0, a)),
}


def binary_crossentropy(y_true, y_pred):
    return -np.mean(y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred))


def binary_crossentropy_grad(y_true, y_pred):
    return (y_pred - y_true) / y_true.size


def mse(y_true, y_pred):
    return np.mean((y_true - y_pred) ** 2)


def mse_grad(y_true, y_pred):
    return 2 * (y_pred - y_true) / y_true.size


LOSSES = {'binary_crossentropy': (binary_crossentropy, binary_crossentropy_grad),
          'mse': (mse, mse_grad)}


class Dense:
    def __init__(self, units, activation='linear', input_dim=None):
        self.units = units
        self.input_dim = input_dim
        self.f, self.df = ACTIVATIONS[activation]

    def build(self, input_dim):
        limit = np.sqrt(6 / (input_dim + self.units))
        self.kernel = np.random.uniform(-limit, limit, (input_dim, self.units))
        self.bias = np.zeros(self.units)

    def call(self, x):
        self.x = x
        self.a = self.f(x @ self.kernel + self.bias)
        return self.a

    def backward(self, da):
        dz = da * self.df(self.a)
        self.dkernel = self.x.T @ dz
        self.dbias = dz.sum(axis=0)
        return dz @ self.kernel.T


class Sequential:
    def __init__(self):
        self.layers = []

    def add(self, layer):
        layer.build(layer.input_dim if not self.layers else self.layers[-1].units)
        self.layers.append(layer)

    def compile(self, loss, lr=0.1):
        self.loss, self.loss_grad = LOSSES[loss]
        self.lr = lr

    def predict(self, x):
        for layer in self.layers:
            x = layer.call(x)
        return x

    def train_on_batch(self, x, y):
        out = self.predict(x)
        value = self.loss(y, out)
        d = self.loss_grad(y, out)
        for layer in reversed(self.layers):
            d = layer.backward(d)
        for layer in self.layers:
            layer.kernel -= self.lr * layer.dkernel
            layer.bias -= self.lr * layer.dbias
        return value

    def fit(self, x, y, epochs=10, batch_size=32, verbose=1):
        history = []
        for e in range(epochs):
            order = np.random.permutation(len(x))
            vals = [self.train_on_batch(x[order[i:i + batch_size]], y[order[i:i + batch_size]])
                    for i in range(0, len(x), batch_size)]
            history.append(np.mean(vals))
            if verbose and e % 20 == 0:
                print(f'Epoch {e + 1}/{epochs} - loss: {history[-1]:.4f}')
        return history


if __name__ == '__main__':
    np.random.seed(0)
    x = np.random.uniform(-1, 1, (256, 2))
    y = (x[:, :1] ** 2 + x[:, 1:] ** 2 < 0.5).astype(float)
    model = Sequential()
    model.add(Dense(16, activation='elu', input_dim=2))
    model.add(Dense(8, activation='elu'))
    model.add(Dense(1, activation='sigmoid'))
    model.compile('binary_crossentropy', lr=0.5)
    model.fit(x, y, epochs=100)
    print('acc', np.mean((model.predict(x) > 0.5) == y))
