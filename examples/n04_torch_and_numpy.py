"""The nn.Module of a course, trained full batch, and its twin in NumPy that starts from the same weights."""
import numpy as np
import torch
import torch.nn as nn

import crosscheck


class Net(nn.Module):
    def __init__(self, n_in=3, n_hidden=4, n_out=1):
        super().__init__()
        self.fc1 = nn.Linear(n_in, n_hidden)
        self.fc2 = nn.Linear(n_hidden, n_out)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


class NumpyNet:
    """Weights are kept as nn.Linear keeps them: (n_out, n_in)."""

    def __init__(self, W1, b1, W2, b2):
        self.W1, self.b1, self.W2, self.b2 = [p.copy() for p in (W1, b1, W2, b2)]

    def train_step(self, X, y, lr):
        h_pre = X @ self.W1.T + self.b1
        h = np.maximum(h_pre, 0)
        pred = h @ self.W2.T + self.b2
        loss = np.mean((pred - y) ** 2)

        grad = 2 * (pred - y) / y.size
        gW2, gb2 = grad.T @ h, grad.sum(axis=0)
        grad_h = (grad @ self.W2) * (h_pre > 0)
        gW1, gb1 = grad_h.T @ X, grad_h.sum(axis=0)

        self.W2 -= lr * gW2
        self.b2 -= lr * gb2
        self.W1 -= lr * gW1
        self.b1 -= lr * gb1
        return loss


def train_step(model, X, y, lr):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    loss = nn.MSELoss()(model(X), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss


class Module(crosscheck.Adapter):
    weight, activations, loss = "out_in", ("relu", "identity"), "mse"
    parameters = "weight", "bias"

    def build(self, case):
        return Net(*case.sizes)

    def step(self, net, x, y, lr):
        return {"loss": train_step(net, torch.tensor(x), torch.tensor(y), lr)}


class Twin(crosscheck.Adapter):
    weight, activations, loss, parameters = "out_in", ("relu", "identity"), "mse", ("W", "b")

    def build(self, case):
        (W1, W2), (b1, b2) = case.weights, case.biases
        return NumpyNet(W1, b1, W2, b2)

    def step(self, net, x, y, lr):
        return {"loss": net.train_step(x, y, lr)}


EXPECTED = {"Module": ("agrees", []), "Twin": ("agrees", [])}

if __name__ == "__main__":
    torch.manual_seed(0)
    X, y = torch.randn(100, 3), torch.randn(100, 1)
    model = Net()
    twin = NumpyNet(*[p.detach().numpy() for p in model.parameters()])
    for epoch in range(1, 201):
        loss = train_step(model, X, y, 0.01)
        by_hand = twin.train_step(X.numpy(), y.numpy(), 0.01)
        if epoch % 20 == 0:
            print(f"epoch {epoch:3d}  torch {loss.item():.4f}  numpy {by_hand:.4f}")    # 1.6561 ... 1.5597
    print(f"prediction: {model(torch.randn(1, 3)).item():.4f}")                         # 0.3311
