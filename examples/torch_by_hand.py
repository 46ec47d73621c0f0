"""Autograd for the gradients, the update by hand through .data."""
import torch

import crosscheck


class Net:
    def __init__(self, w1, w2):
        self.w1 = torch.tensor(w1, requires_grad=True)
        self.w2 = torch.tensor(w2, requires_grad=True)

    def train_step(self, x, y, learning_rate):
        y_pred = x.mm(self.w1).clamp(min=0).mm(self.w2)
        loss = (y_pred - y).pow(2).sum()
        loss.backward()

        self.w1.data -= learning_rate * self.w1.grad.data
        self.w2.data -= learning_rate * self.w2.grad.data

        self.w1.grad.data.zero_()
        self.w2.grad.data.zero_()
        return loss.item()


class NeverZeroed(Net):
    def train_step(self, x, y, learning_rate):
        loss = (x.mm(self.w1).clamp(min=0).mm(self.w2) - y).pow(2).sum()
        loss.backward()
        with torch.no_grad():
            self.w1 -= learning_rate * self.w1.grad
            self.w2 -= learning_rate * self.w2.grad
        return loss.item()


class Right(crosscheck.Adapter):
    bias, activations, loss, parameters, _net = "none", ("relu", "identity"), "sse", "w", Net

    def build(self, case):
        return self._net(*case.weights)

    def step(self, net, x, y, lr):
        return {"loss": net.train_step(torch.tensor(x), torch.tensor(y), lr)}


class Accumulates(Right):
    _net = NeverZeroed


EXPECTED = {
    "Right": ("agrees", [], {"remarks": ["relu-gradient-at-zero"]}),
    "Accumulates": ("differs", ["gradients-accumulate"]),
}
