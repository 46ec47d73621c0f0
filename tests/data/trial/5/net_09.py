from __future__ import print_function, division
import math
import numpy as np


class StochasticGradientDescent():
    def __init__(self, learning_rate=0.01, momentum=0):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.w_updt = None

    def update(self, w, grad_wrt_w):
        # If not initialized
        if self.w_updt is None:
            self.w_updt = np.zeros(np.shape(w))
        # Use momentum if set
        self.w_updt = self.momentum * self.w_updt + grad_wrt_w
        # Move against the gradient to minimize loss
        w -= self.learning_rate * self.w_updt
        return w


class Layer(object):
    def initialize(self, lr, momentum):
        pass


class Dense(Layer):
    """A fully-connected NN layer."""
    def __init__(self, n_units, n_inputs):
        self.n_units = n_units
        self.n_inputs = n_inputs
        self.layer_input = None

    def initialize(self, lr, momentum):
        limit = 1 / math.sqrt(self.n_inputs)
        self.W = np.random.uniform(-limit, limit, (self.n_inputs, self.n_units))
        self.w0 = np.zeros((1, self.n_units))
        self.W_opt = StochasticGradientDescent(lr, momentum)
        self.w0_opt = StochasticGradientDescent(lr, momentum)

    def forward_pass(self, X):
        self.layer_input = X
        return X.dot(self.W) + self.w0

    def backward_pass(self, accum_grad):
        # Save weights used during forwards pass
        W = self.W
        # Calculate gradient w.r.t layer weights
        grad_w = self.layer_input.T.dot(accum_grad)
        grad_w0 = np.sum(accum_grad, axis=0, keepdims=True)
        # Update the layer weights
        self.W = self.W_opt.update(self.W, grad_w)
        self.w0 = self.w0_opt.update(self.w0, grad_w0)
        # Return accumulated gradient for next layer
        return accum_grad.dot(W.T)


class LeakyReLU(Layer):
    def __init__(self, alpha=0.2):
        self.alpha = alpha

    def forward_pass(self, X):
        self.layer_input = X
        return np.where(X >= 0, X, self.alpha * X)

    def backward_pass(self, accum_grad):
        return accum_grad * np.where(self.layer_input >= 0, 1, self.alpha)


class SoftmaxCrossEntropy():
    def probs(self, x):
        e_x = np.exp(x - np.max(x, axis=-1, keepdims=True))
        return e_x / np.sum(e_x, axis=-1, keepdims=True)

    def loss(self, y, x):
        return -np.mean(np.sum(y * np.log(self.probs(x)), axis=1))

    def gradient(self, y, x):
        return (self.probs(x) - y) / y.shape[0]


class NeuralNetwork():
    def __init__(self, layers, lr=0.2, momentum=0.9):
        self.layers = layers
        self.loss_function = SoftmaxCrossEntropy()
        for layer in self.layers:
            layer.initialize(lr, momentum)

    def train_on_batch(self, X, y):
        y_pred = self._forward_pass(X)
        loss = self.loss_function.loss(y, y_pred)
        self._backward_pass(self.loss_function.gradient(y, y_pred))
        return loss

    def _forward_pass(self, X):
        for layer in self.layers:
            X = layer.forward_pass(X)
        return X

    def _backward_pass(self, loss_grad):
        for layer in reversed(self.layers):
            loss_grad = layer.backward_pass(loss_grad)


if __name__ == "__main__":
    np.random.seed(5)
    centers = np.array([[0, 2, 0], [2, 0, 1], [-2, -1, 0], [0, 0, -3]])
    labels = np.random.randint(0, 4, 80)
    X = centers[labels] + np.random.randn(80, 3)
    y = np.eye(4)[labels]
    clf = NeuralNetwork([Dense(16, 3), LeakyReLU(), Dense(10, 16), LeakyReLU(), Dense(4, 10)])
    for epoch in range(60):
        loss = clf.train_on_batch(X, y)
        if epoch % 10 == 0:
            print("Epoch", epoch, "loss", loss)
