"""Credit grade classifier (A/B/C/D) with torch tensors and manual gradients."""
import math
import torch

torch.set_default_dtype(torch.float64)
C = math.sqrt(2.0 / math.pi)


def gelu(x):
    return 0.5 * x * (1 + torch.tanh(C * (x + 0.044715 * x ** 3)))


def gelu_backward(x):
    t = torch.tanh(C * (x + 0.044715 * x ** 3))
    return 0.5 * (1 + t) + 0.5 * x * (1 - t ** 2) * C * (1 + 3 * 0.044715 * x ** 2)


def init_weights(n_in, n_hidden, n_classes, gen):
    w1 = torch.randn(n_in, n_hidden, generator=gen) * (1 / n_in) ** 0.5
    b1 = torch.zeros(n_hidden)
    w2 = torch.randn(n_hidden, n_classes, generator=gen) * (1 / n_hidden) ** 0.5
    b2 = torch.zeros(n_classes)
    return [w1, b1, w2, b2]


def forward(params, xb):
    w1, b1, w2, b2 = params
    z1 = xb @ w1 + b1
    a1 = gelu(z1)
    logits = a1 @ w2 + b2
    shifted = logits - logits.max()
    probs = torch.softmax(shifted, dim=0)
    return z1, a1, probs


def cross_entropy(params, xb, yb):
    probs = forward(params, xb)[-1]
    return -torch.log(probs[torch.arange(len(yb)), yb]).mean()


def sgd_step(params, xb, yb, lr):
    w1, b1, w2, b2 = params
    z1, a1, probs = forward(params, xb)
    n = xb.shape[0]
    dlogits = probs.clone()
    dlogits[torch.arange(n), yb] -= 1.0
    dlogits /= n
    dw2 = a1.t() @ dlogits
    db2 = dlogits.sum(0)
    dz1 = (dlogits @ w2.t()) * gelu_backward(z1)
    dw1 = xb.t() @ dz1
    db1 = dz1.sum(0)
    for p, g in zip(params, (dw1, db1, dw2, db2)):
        p -= lr * g


def main():
    gen = torch.Generator().manual_seed(4)
    x = torch.randn(200, 5, generator=gen)
    score = x[:, 0] - 0.7 * x[:, 1] + 0.2 * x[:, 2]
    y = torch.bucketize(score, torch.tensor([-0.8, 0.0, 0.8]))
    params = init_weights(5, 12, 4, gen)
    for epoch in range(30):
        perm = torch.randperm(len(x), generator=gen)
        for idx in perm.split(25):
            sgd_step(params, x[idx], y[idx], lr=0.2)
        if epoch % 10 == 9:
            print(epoch + 1, cross_entropy(params, x, y).item())


if __name__ == "__main__":
    main()
