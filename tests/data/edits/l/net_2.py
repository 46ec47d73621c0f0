"""Regression network in PyTorch tensors, everything by hand: no autograd, no nn, no optim."""
import torch

torch.set_grad_enabled(False)


def elu(z, alpha=1.5):
    return torch.where(z > 0, z, alpha * (torch.exp(z) - 1))


def elu_prime(z, alpha=1.5):
    return torch.where(z > 0, torch.ones_like(z), alpha * torch.exp(z))


def softplus(z):
    return torch.log1p(torch.exp(-z.abs())) + z.clamp(min=0)


def softplus_prime(z):
    return torch.sigmoid(z)


class Linear:
    """y = x W^T + b, the weight is stored (out, in) like in torch.nn.Linear."""

    def __init__(self, n_in, n_out, gen):
        k = 1.0 / n_in ** 0.5
        self.weight = (2 * torch.rand(n_out, n_in, generator=gen, dtype=torch.float64) - 1) * k
        self.bias = (2 * torch.rand(n_out, generator=gen, dtype=torch.float64) - 1) * k
        self.weight_grad = torch.zeros_like(self.weight)
        self.bias_grad = torch.zeros_like(self.bias)
        self.weight_buf = torch.zeros_like(self.weight)
        self.bias_buf = torch.zeros_like(self.bias)

    def forward(self, x):
        self.x = x
        return torch.matmul(x, self.weight.t()) + self.bias

    def backward(self, grad_out):
        self.weight_grad += torch.matmul(grad_out.t(), self.x)
        self.bias_grad += grad_out.sum(dim=0)
        return torch.matmul(grad_out, self.weight)


class RegressionNet:
    """n_in -> elu -> softplus -> linear"""

    def __init__(self, n_in, h1, h2, n_out, seed=0):
        gen = torch.Generator().manual_seed(seed)
        self.fc1 = Linear(n_in, h1, gen)
        self.fc2 = Linear(h1, h2, gen)
        self.fc3 = Linear(h2, n_out, gen)
        self.layers = [self.fc1, self.fc2, self.fc3]

    def forward(self, x):
        self.z1 = self.fc1.forward(x)
        a1 = elu(self.z1)
        self.z2 = self.fc2.forward(a1)
        a2 = softplus(self.z2)
        return self.fc3.forward(a2)

    def backward(self, grad):
        grad = self.fc3.backward(grad)
        grad = grad * softplus_prime(self.z2)
        grad = self.fc2.backward(grad)
        grad = grad * elu_prime(self.z1)
        self.fc1.backward(grad)

    def zero_grad(self):
        for layer in self.layers:
            layer.weight_grad.zero_()
            layer.bias_grad.zero_()


def mse_loss(pred, target):
    return ((pred - target) ** 2).mean()


def mse_loss_grad(pred, target):
    return 2.0 * (pred - target) / pred.numel()


def sgd_step(net, lr, momentum, weight_decay):
    for layer in net.layers:
        dw = layer.weight_grad + weight_decay * layer.weight
        db = layer.bias_grad
        layer.weight_buf = momentum * layer.weight_buf + dw
        layer.bias_buf = momentum * layer.bias_buf + db
        layer.weight -= lr * layer.weight_buf
        layer.bias -= lr * layer.bias_buf


def train_step(net, x, y, lr=0.05, momentum=0.8, weight_decay=1e-2):
    net.zero_grad()
    pred = net.forward(x)
    penalty = sum((layer.weight ** 2).sum() for layer in net.layers)
    loss = mse_loss(pred, y) + 0.5 * weight_decay * penalty
    net.backward(mse_loss_grad(pred, y))
    sgd_step(net, lr, momentum, weight_decay)
    return loss.item()


def main():
    torch.manual_seed(0)
    x = torch.rand(200, 3, dtype=torch.float64) * 4 - 2
    y = torch.stack([torch.sin(x[:, 0]) + x[:, 1], x[:, 1] * x[:, 2]], dim=1)
    net = RegressionNet(3, 16, 12, 2)
    for epoch in range(201):
        perm = torch.randperm(len(x))
        running = 0.0
        for i in range(0, len(x), 20):
            idx = perm[i:i + 20]
            running += train_step(net, x[idx], y[idx], weight_decay=1e-4) * len(idx)
        if epoch % 50 == 0:
            print(f"epoch {epoch:3d}  loss {running / len(x):.5f}")


if __name__ == "__main__":
    main()
