"""Full code, as asked for in the comments.

4 hidden layers (swish), sigmoid output because targets are in [0, 1], MSE loss.
"""
import numpy as np

rng = np.random.default_rng(11)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def swish(x):
    return x * sigmoid(x)


def dswish(x):
    s = sigmoid(x)
    return s + x * s * (1 - s)


def build(dims):
    net = []
    for a, b in zip(dims, dims[1:]):
        net.append({"w": rng.normal(size=(a, b)) * np.sqrt(2 / a), "b": np.zeros(b)})
    return net


def forward(net, x):
    for i, layer in enumerate(net):
        layer["in"] = x
        layer["z"] = x @ layer["w"] + layer["b"]
        x = sigmoid(layer["z"]) if i == len(net) - 1 else swish(layer["z"])
    return x


def mse(pred, target):
    return np.mean((pred - target) ** 2)


def train_step(net, x, target, lr):
    pred = forward(net, x)
    loss = mse(pred, target)
    grad = 2 * (pred - target) / target.size
    for i in reversed(range(len(net))):
        layer = net[i]
        dw = layer["in"].T @ grad
        db = grad.sum(0)
        if i > 0:
            grad = (grad @ layer["w"].T) * dswish(net[i - 1]["z"])
        layer["w"] -= lr * dw
        layer["b"] -= lr * db
    return loss


if __name__ == "__main__":
    x = rng.uniform(-1, 1, (256, 3))
    target = np.stack([0.5 + 0.4 * np.sin(3 * x[:, 0]), (x[:, 1] * x[:, 2] + 1) / 2], axis=1)
    net = build([3, 10, 10, 8, 6, 2])
    for epoch in range(201):
        idx = rng.permutation(256)
        losses = [train_step(net, x[j], target[j], 0.2) for j in np.split(idx, 8)]
        if epoch % 50 == 0:
            print("epoch", epoch, "mse", np.mean(losses))
