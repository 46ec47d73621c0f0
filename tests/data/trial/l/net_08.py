"""tiny 'torch-like' mlp i'm building to really understand what loss.backward() does.
discord: posted in #help-ml, feedback welcome
"""
import numpy as np

ALPHA = 1.0


class Linear:
    def __init__(self, fan_in, fan_out, rng):
        self.weight = rng.normal(0, 1 / np.sqrt(fan_in), (fan_out, fan_in))
        self.bias = np.zeros(fan_out)
        self.weight_grad = np.zeros_like(self.weight)
        self.bias_grad = np.zeros_like(self.bias)

    def __call__(self, x):
        self.x = x
        return x @ self.weight.T + self.bias

    def backward(self, g):
        self.weight_grad += g.T @ self.x
        self.bias_grad += g.sum(0)
        return g @ self.weight


class ELU:
    def __call__(self, x):
        self.x = x
        self.y = np.where(x > 0, x, ALPHA * (np.exp(np.minimum(x, 0)) - 1))
        return self.y

    def backward(self, g):
        return g * np.where(self.x > 0, 1.0, self.y)


class MLP:
    def __init__(self, sizes, seed=0):
        rng = np.random.default_rng(seed)
        self.layers = []
        for i in range(len(sizes) - 1):
            self.layers.append(Linear(sizes[i], sizes[i + 1], rng))
            if i < len(sizes) - 2:
                self.layers.append(ELU())

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def backward(self, g):
        for layer in reversed(self.layers):
            g = layer.backward(g)

    def parameters(self):
        for layer in self.layers:
            if isinstance(layer, Linear):
                yield layer.weight, layer.weight_grad
                yield layer.bias, layer.bias_grad


class MSELoss:
    def __call__(self, pred, target):
        self.diff = pred - target
        return (self.diff ** 2).mean()

    def backward(self):
        return 2 * self.diff / self.diff.size


class SGD:
    def __init__(self, model, lr):
        self.model, self.lr = model, lr

    def step(self):
        for p, g in self.model.parameters():
            p -= self.lr * g


def train_step(model, criterion, opt, xb, yb):
    loss = criterion(model(xb), yb)
    model.backward(criterion.backward())
    opt.step()
    return loss


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    x = rng.uniform(-2, 2, (256, 2))
    y = np.stack([np.sin(x[:, 0]) * x[:, 1], np.cos(x[:, 1])], 1)
    model = MLP([2, 16, 12, 12, 8, 2])
    criterion, opt = MSELoss(), SGD(model, lr=0.001)
    for epoch in range(20):
        perm = rng.permutation(256)
        losses = []
        for i in range(0, 256, 64):
            b = perm[i:i + 64]
            losses.append(train_step(model, criterion, opt, x[b], y[b]))
        print(epoch, "mse", np.mean(losses))
