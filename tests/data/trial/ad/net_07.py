# coding: utf-8
import numpy as np
from collections import OrderedDict


def softmax(x):
    x = x - np.max(x, axis=1, keepdims=True)
    return np.exp(x) / np.sum(np.exp(x), axis=1, keepdims=True)


def cross_entropy_error(y, t):
    batch_size = y.shape[0]
    return -np.sum(t * np.log(y)) / batch_size


class Gelu:
    c = np.sqrt(2.0 / np.pi)

    def __init__(self):
        self.x = None
        self.th = None

    def forward(self, x):
        self.x = x
        self.th = np.tanh(self.c * (x + 0.044715 * x**3))
        return 0.5 * x * (1 + self.th)

    def backward(self, dout):
        x, th = self.x, self.th
        du = self.c * (1 + 0.044715 * x**2)
        dx = dout * (0.5 * (1 + th) + 0.5 * x * (1 - th**2) * du)
        return dx


class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.x = None
        self.dW = None
        self.db = None

    def forward(self, x):
        self.x = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        dx = np.dot(dout, self.W.T)
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return dx


class SoftmaxWithLoss:
    def forward(self, x, t):
        self.t = t
        self.y = softmax(x)
        return cross_entropy_error(self.y, self.t)

    def backward(self, dout=1):
        batch_size = self.t.shape[0]
        return dout * (self.y - self.t) / batch_size


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size):
        self.params = {}
        self.params['W1'] = np.sqrt(2.0 / input_size) * np.random.randn(input_size, hidden_size)
        self.params['b1'] = np.zeros(hidden_size)
        self.params['W2'] = np.sqrt(2.0 / hidden_size) * np.random.randn(hidden_size, output_size)
        self.params['b2'] = np.zeros(output_size)
        self.layers = OrderedDict()
        self.layers['Affine1'] = Affine(self.params['W1'], self.params['b1'])
        self.layers['Gelu1'] = Gelu()
        self.layers['Affine2'] = Affine(self.params['W2'], self.params['b2'])
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.lastLayer.forward(self.predict(x), t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.lastLayer.backward(1)
        for layer in reversed(list(self.layers.values())):
            dout = layer.backward(dout)
        return {'W1': self.layers['Affine1'].dW, 'b1': self.layers['Affine1'].db,
                'W2': self.layers['Affine2'].dW, 'b2': self.layers['Affine2'].db}


if __name__ == '__main__':
    np.random.seed(1984)
    x_train = np.random.randn(300, 3)
    label = (x_train[:, 0] > 0).astype(int) + 2 * (x_train[:, 1] * x_train[:, 2] > 0)
    t_train = np.eye(4)[label]
    network = TwoLayerNet(3, 20, 4)
    lr = 0.3
    for i in range(1001):
        mask = np.random.choice(300, 50)
        grad = network.gradient(x_train[mask], t_train[mask])
        for key in ('W1', 'b1', 'W2', 'b2'):
            network.params[key] -= lr * grad[key]
        if i % 200 == 0:
            acc = np.mean(np.argmax(network.predict(x_train), axis=1) == label)
            print(i, network.loss(x_train, t_train), acc)
