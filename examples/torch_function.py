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

    def build(self, case):
        (W1, W2), (b1, b2) = case.weights, case.biases
        return [torch.tensor(p, requires_grad=True) for p in (W1, b1, W2, b2)]

    def step(self, net, x, y, lr):
        torch.nn.functional.mse_loss(predict(net, torch.tensor(x), self._sigmoid), torch.tensor(y)).backward()
        torch.optim.SGD(net, lr).step(), torch.optim.SGD(net, lr).zero_grad()

    def read(self, net):
        return {"W": net[0::2], "b": net[1::2]}


class Saved(Right):
    _sigmoid = SavesTheInput


EXPECTED = {"Right": ("agrees", []), "Saved": ("differs", ["derivative-at-preactivation"])}
