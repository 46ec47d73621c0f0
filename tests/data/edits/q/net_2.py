# Two hidden layer network (tanh, relu) with hand-written autograd Functions, moons-like toy data
import math
import torch
from torch.autograd import Function

class LinearFn(Function):
    @staticmethod
    def forward(ctx, x, W, b):
        ctx.save_for_backward(x, W)
        return x @ W.t() + b

    @staticmethod
    def backward(ctx, grad_output):
        x, W = ctx.saved_tensors
        grad_x = grad_output @ W
        grad_W = grad_output.t() @ x
        grad_b = grad_output.sum(0)
        return grad_x, grad_W, grad_b


class TanhFn(Function):
    @staticmethod
    def forward(ctx, x):
        y = torch.tanh(x)
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad_output):
        y, = ctx.saved_tensors
        return grad_output * (1 - y ** 2)


class ReluFn(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, grad_output):
        x, = ctx.saved_tensors
        return grad_output * (x > 0).to(x.dtype)


class LogisticLossFn(Function):
    """mean binary cross-entropy on logits z with targets t in {0, 1}"""
    @staticmethod
    def forward(ctx, z, t):
        ctx.save_for_backward(z, t)
        return (z.clamp(min=0) - z * t + torch.log1p(torch.exp(-z.abs()))).mean()

    @staticmethod
    def backward(ctx, grad_output):
        z, t = ctx.saved_tensors
        p = torch.sigmoid(z)
        return grad_output * (p - t) / z.shape[0], None


def init_params(n_in, n_hidden):
    W1 = torch.randn(n_hidden, n_in) / math.sqrt(n_in)
    b1 = torch.zeros(n_hidden)
    W2 = torch.randn(n_hidden, n_hidden) * math.sqrt(2 / n_hidden)
    b2 = torch.zeros(n_hidden)
    W3 = torch.randn(1, n_hidden) / math.sqrt(n_hidden)
    b3 = torch.zeros(1)
    return [p.requires_grad_() for p in (W1, b1, W2, b2, W3, b3)]


def forward(params, x):
    W1, b1, W2, b2, W3, b3 = params
    h1 = TanhFn.apply(LinearFn.apply(x, W1, b1))
    h2 = ReluFn.apply(LinearFn.apply(h1, W2, b2))
    return LinearFn.apply(h2, W3, b3)


def zero_grad(params):
    for p in params:
        if p.grad is not None:
            p.grad.zero_()


def train(params, X, y, epochs=200, batch_size=32, lr=0.05, momentum=0.9, lam=1e-3):
    learnable = list(params)
    velocity = [torch.zeros_like(p) for p in learnable]
    for epoch in range(epochs):
        perm = torch.randperm(len(X))
        total = 0.0
        for i in range(0, len(X), batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[idx], y[idx]
            zero_grad(params)
            loss = LogisticLossFn.apply(forward(params, xb), yb.unsqueeze(1))
            loss.backward()
            with torch.no_grad():
                penalty = 0.5 * lam * sum((p ** 2).sum() for p in params if p.dim() == 2)
                total += (loss + penalty).item() * len(idx)
                for p, v in zip(learnable, velocity):
                    if p.grad is None:
                        continue
                    g = p.grad + lam * p if p.dim() == 2 else p.grad
                    v.mul_(momentum).add_(g)
                    p -= lr * v
        if epoch % 20 == 0:
            print(f"epoch {epoch:3d}  loss {total / len(X):.4f}")


if __name__ == "__main__":
    torch.manual_seed(1)
    n = 100
    a = math.pi * torch.rand(n)
    upper = torch.stack([torch.cos(a), torch.sin(a)], 1)
    lower = torch.stack([1 - torch.cos(a), 0.5 - torch.sin(a)], 1)
    X = torch.cat([upper, lower]) + 0.1 * torch.randn(2 * n, 2)
    y = torch.cat([torch.zeros(n), torch.ones(n)])
    params = init_params(2, 16)
    train(params, X, y)
    with torch.no_grad():
        acc = ((forward(params, X).squeeze(1) > 0).float() == y).float().mean()
    print("train accuracy", acc.item())
