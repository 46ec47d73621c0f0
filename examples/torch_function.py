"""A layer written as torch.autograd.Function, with its backward by hand."""
import torch

import crosscheck


class SigmoidFunction(torch.autograd.Function):
    @staticmethod
    def forward(ctx, z):
        a = 1 / (1 + torch.exp(-z))
        ctx.save_for_backward(a)
        return a

    @staticmethod
    def backward(ctx, grad_output):
        a, = ctx.saved_tensors
        return grad_output * a * (1 - a)


class SavesTheInput(SigmoidFunction):
    @staticmethod
    def forward(ctx, z):
        ctx.save_for_backward(z)
        return 1 / (1 + torch.exp(-z))


class LinearFunction(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, weight, bias):
        ctx.save_for_backward(x, weight)
        return x.mm(weight.t()) + bias

    @staticmethod
    def backward(ctx, grad_output):
        x, weight = ctx.saved_tensors
        return grad_output.mm(weight), grad_output.t().mm(x), grad_output.sum(0)


def predict(params, x, sigmoid=SigmoidFunction):
    w1, b1, w2, b2 = params
    hidden = sigmoid.apply(LinearFunction.apply(x, w1, b1))
    return LinearFunction.apply(hidden, w2, b2)


class Right(crosscheck.Adapter):
    weight, activations, loss, _sigmoid = "out_in", ("sigmoid", "identity"), "mse", SigmoidFunction
    parameters = "0 2", "1 3"

    def build(self, case):
        return [torch.zeros(n, requires_grad=True) for W, b in zip(case.weights, case.biases) for n in (W.shape, b.shape)]

    def step(self, net, x, y, lr):
        torch.nn.functional.mse_loss(predict(net, torch.tensor(x), self._sigmoid), torch.tensor(y)).backward()
        torch.optim.SGD(net, lr).step(), torch.optim.SGD(net, lr).zero_grad()


class Saved(Right):
    _sigmoid = SavesTheInput


EXPECTED = {"Right": ("agrees", []), "Saved": ("differs", ["derivative-at-preactivation"])}
