# Softplus network on torch tensors, derivatives by hand. Columns are samples.
import math
import torch

torch.set_default_dtype(torch.float64)
torch.set_grad_enabled(False)


class ColumnMLP:
    def __init__(self, widths, lr=0.05, momentum=0.9, seed=0):
        gen = torch.Generator().manual_seed(seed)
        self.lr, self.mu = lr, momentum
        self.A = [torch.randn(o, i, generator=gen) * math.sqrt(2.0 / (i + o))
                  for i, o in zip(widths[:-1], widths[1:])]
        self.c = [torch.zeros(o, 1) for o in widths[1:]]
        self.vA = [torch.zeros_like(a) for a in self.A]
        self.vc = [torch.zeros_like(c) for c in self.c]

    def run(self, X):
        H, Z = [X], []
        last = len(self.A) - 1
        for k, (A, c) in enumerate(zip(self.A, self.c)):
            Z.append(A @ H[-1] + c)
            H.append(Z[-1] if k == last else torch.logaddexp(Z[-1], torch.zeros(())))
        return H, Z

    def loss(self, X, T):
        """Mean of squared residuals over every entry of T."""
        return ((self.run(X)[0][-1] - T) ** 2).mean()

    def backward(self, X, T):
        H, Z = self.run(X)
        G = 2.0 * (H[-1] - T) / T.numel()
        dA, dc = [None] * len(self.A), [None] * len(self.A)
        for k in range(len(self.A) - 1, -1, -1):
            dA[k] = G @ H[k].T
            dc[k] = G.sum(dim=1, keepdim=True)
            if k > 0:
                G = (self.A[k].T @ G) * torch.sigmoid(Z[k - 1])
        return dA, dc

    def train_step(self, X, T):
        dA, dc = self.backward(X, T)
        for k in range(len(self.A)):
            self.vA[k].mul_(self.mu).add_(dA[k])
            self.vc[k].mul_(self.mu).add_(dc[k])
            self.A[k].sub_(self.vA[k], alpha=self.lr)
            self.c[k].sub_(self.vc[k], alpha=self.lr)


def make_data(n=240):
    gen = torch.Generator().manual_seed(11)
    X = torch.rand(3, n, generator=gen) * 2 - 1
    T = torch.stack([X[0] * X[1] + X[2], torch.sin(2 * X[2])])
    return X, T


def fit(net, X, T, epochs=100, bs=40):
    gen = torch.Generator().manual_seed(5)
    n = X.shape[1]
    for ep in range(epochs):
        for idx in torch.randperm(n, generator=gen).split(bs):
            net.train_step(X[:, idx], T[:, idx])
        if ep % 20 == 0:
            print(ep, net.loss(X, T).item())


if __name__ == "__main__":
    X, T = make_data()
    net = ColumnMLP([3, 15, 10, 2])
    fit(net, X, T)
    print("done", net.loss(X, T).item())
