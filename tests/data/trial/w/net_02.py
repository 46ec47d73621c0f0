# kerasito - a toy keras clone
import numpy as np

np.random.seed(3)


class Dense:
    def __init__(self, units):
        self.units = units

    def build(self, input_dim):
        limit = np.sqrt(6 / (input_dim + self.units))
        self.kernel = np.random.uniform(-limit, limit, (input_dim, self.units))
        self.bias = np.zeros(self.units)
        return self.units

    def call(self, x):
        self.inputs = x
        return x.dot(self.kernel) + self.bias

    def backward(self, grad, lr):
        g_kernel = self.inputs.T.dot(grad)
        g_bias = grad.sum(0)
        g_in = grad.dot(self.kernel.T)
        self.kernel = self.kernel - lr * g_kernel
        self.bias = self.bias - lr * g_bias
        return g_in


class LeakyReLU:
    def __init__(self, alpha=0.1):
        self.alpha = alpha

    def build(self, input_dim):
        return input_dim

    def call(self, x):
        self.slope = np.where(x > 0, 1.0, self.alpha)
        return x * self.slope

    def backward(self, grad, lr):
        return grad * self.slope


class Softmax:
    def build(self, input_dim):
        return input_dim

    def call(self, x):
        e = np.exp(x - x.max(axis=-1, keepdims=True))
        self.out = e / e.sum(axis=-1, keepdims=True)
        return self.out

    def backward(self, grad, lr):
        dot = (grad * self.out).sum(axis=-1, keepdims=True)
        return self.out * (grad - dot)


def categorical_crossentropy(y_true, y_pred):
    return -np.sum(y_true * np.log(y_pred)) / len(y_true)


def categorical_crossentropy_prime(y_true, y_pred):
    return (y_pred - y_true) / len(y_true)


LOSSES = {'categorical_crossentropy': (categorical_crossentropy, categorical_crossentropy_prime)}


class Sequential:
    def __init__(self, layers=None):
        self.layers = layers or []

    def add(self, layer):
        self.layers.append(layer)

    def compile(self, input_dim, loss, lr=0.1):
        self.loss, self.loss_prime = LOSSES[loss]
        self.lr = lr
        for layer in self.layers:
            input_dim = layer.build(input_dim)

    def predict(self, x):
        for layer in self.layers:
            x = layer.call(x)
        return x

    def train_on_batch(self, x, y):
        y_pred = self.predict(x)
        grad = self.loss_prime(y, y_pred)
        for layer in self.layers[::-1]:
            grad = layer.backward(grad, self.lr)
        return self.loss(y, y_pred)

    def fit(self, x, y, epochs=10, batch_size=16):
        for epoch in range(epochs):
            idx = np.random.permutation(len(x))
            losses = [self.train_on_batch(x[idx[i:i + batch_size]], y[idx[i:i + batch_size]])
                      for i in range(0, len(x), batch_size)]
            if epoch % 10 == 0:
                print(f'Epoch {epoch + 1}/{epochs} - loss: {np.mean(losses):.4f}')


if __name__ == '__main__':
    centers = np.array([[0, 2], [2, -1], [-2, -1]])
    labels = np.random.randint(0, 3, 240)
    X = centers[labels] + np.random.randn(240, 2)
    Y = np.eye(3)[labels]
    model = Sequential()
    model.add(Dense(12))
    model.add(LeakyReLU(0.05))
    model.add(Dense(3))
    model.add(Softmax())
    model.compile(2, loss='categorical_crossentropy', lr=0.2)
    model.fit(X, Y, epochs=60)
    print('accuracy', (model.predict(X).argmax(1) == labels).mean())
