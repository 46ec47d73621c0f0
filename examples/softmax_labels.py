"""Softmax over integer labels, as in a vision course: loss and grads in one function, reg of the weights."""
import numpy as np

import crosscheck


class TwoLayerNet(object):
    def __init__(self, input_size, hidden_size, output_size, std=1e-4):
        self.params = {}
        self.params['W1'] = std * np.random.randn(input_size, hidden_size)
        self.params['b1'] = np.zeros(hidden_size)
        self.params['W2'] = std * np.random.randn(hidden_size, output_size)
        self.params['b2'] = np.zeros(output_size)

    def loss(self, X, y=None, reg=0.0):
        W1, b1 = self.params['W1'], self.params['b1']
        W2, b2 = self.params['W2'], self.params['b2']
        N, D = X.shape

        hidden = np.maximum(0, X.dot(W1) + b1)
        scores = hidden.dot(W2) + b2
        if y is None:
            return scores

        shifted = scores - scores.max(axis=1, keepdims=True)
        probs = np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True)
        loss = -np.log(probs[range(N), y]).mean()
        loss += 0.5 * reg * (np.sum(W1 * W1) + np.sum(W2 * W2))

        grads = {}
        dscores = probs.copy()
        dscores[range(N), y] -= 1
        dscores /= self.count(N)
        grads['W2'] = hidden.T.dot(dscores) + self.decay(reg) * W2
        grads['b2'] = dscores.sum(axis=0)
        dhidden = dscores.dot(W2.T)
        dhidden[hidden <= 0] = 0
        grads['W1'] = X.T.dot(dhidden) + self.decay(reg) * W1
        grads['b1'] = dhidden.sum(axis=0)
        return loss, grads

    def train_batch(self, X, y, learning_rate=1e-3, reg=5e-6):
        loss, grads = self.loss(X, y, reg)
        for name in self.params:
            self.params[name] -= learning_rate * grads[name]
        return loss

    def count(self, N):
        return N

    def decay(self, reg):
        return reg


class NotAveraged(TwoLayerNet):
    def count(self, N):
        return 1


class TwiceTheDecay(TwoLayerNet):
    def decay(self, reg):
        return 2 * reg


class Right(crosscheck.Adapter):
    targets, activations, loss = "class_index", ("relu", "softmax"), "cross_entropy_per_sample"
    l2, parameters, _net = 0.1, ("params.W", "params.b"), TwoLayerNet

    def build(self, case):
        return self._net(*case.sizes)

    def step(self, net, x, y, lr):
        net.train_batch(x, y, lr, reg=self.l2)


class Sum(Right):
    _net = NotAveraged


class Decay(Right):
    _net = TwiceTheDecay


EXPECTED = {
    "Right": ("agrees", []),
    "Sum": ("agrees up to a factor", ["factor N"], {"exact_for": "cross_entropy_sum"}),
    "Decay": ("differs", ["decay-factor"]),
}
