import numpy as np


class Linear:
    def __init__(self, fan_in, fan_out):
        self.weight = np.random.randn(fan_out, fan_in) * (2.0 / fan_in) ** 0.5
        self.bias = np.zeros(fan_out)
        self.grad_weight = np.zeros_like(self.weight)
        self.grad_bias = np.zeros_like(self.bias)

    def forward(self, x):
        self.input = x
        return x @ self.weight.T + self.bias

    def backward(self, grad_output):
        self.grad_weight = grad_output.T @ self.input
        self.grad_bias = grad_output.sum(axis=0)
        return grad_output @ self.weight

    def params(self):
        return [(self.weight, self.grad_weight), (self.bias, self.grad_bias)]


class ReLU:
    def forward(self, x):
        self.mask = x > 0
        return x * self.mask

    def backward(self, grad_output):
        return grad_output * self.mask

    def params(self):
        return []


class CrossEntropyLoss:
    """logits + integer targets, averaged over the batch"""

    def forward(self, logits, target):
        logits = logits - np.max(logits, axis=1, keepdims=True)
        exp = np.exp(logits)
        self.probs = exp / exp.sum(axis=1, keepdims=True)
        self.target = target
        return -np.mean(np.log(self.probs[range(len(target)), target]))

    def backward(self):
        n = len(self.target)
        grad = self.probs.copy()
        grad[range(n), self.target] -= 1
        return grad / n


class Sequential:
    def __init__(self, *layers):
        self.layers = layers

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, grad):
        for layer in reversed(self.layers):
            grad = layer.backward(grad)

    def params(self):
        return [p for layer in self.layers for p in layer.params()]


class SGD:
    def __init__(self, model, lr, momentum=0.0):
        self.model, self.lr, self.momentum = model, lr, momentum
        self.buf = [np.zeros_like(p) for p, _ in model.params()]

    def step(self):
        for v, (p, g) in zip(self.buf, self.model.params()):
            v *= self.momentum
            v += g
            p -= self.lr * v


if __name__ == "__main__":
    np.random.seed(0)
    x = np.random.randn(128, 5)
    t = (x[:, 0] > 0).astype(int) + 2 * (x[:, 1] + x[:, 2] > 0).astype(int)
    model = Sequential(Linear(5, 16), ReLU(), Linear(16, 12), ReLU(), Linear(12, 4))
    criterion = CrossEntropyLoss()
    optimizer = SGD(model, lr=0.05, momentum=0.9)
    for epoch in range(20):
        idx = np.random.permutation(len(x))
        running = 0.0
        for batch in np.array_split(idx, 8):
            loss = criterion.forward(model.forward(x[batch]), t[batch])
            model.backward(criterion.backward())
            optimizer.step()
            running += loss * len(batch)
        print(f"epoch {epoch + 1:2d} loss {running / len(x):.4f}")
