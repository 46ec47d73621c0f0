import numpy as np  # a tiny neural network framework

class Parameter:
    def __init__(self, data):
        self.data = data
        self.grad = np.zeros_like(data)

class Module:
    def __call__(self, x): return self.forward(x)
    def parameters(self): return []
class Linear(Module):
    def __init__(self, n_in, n_out):
        self.W = Parameter(np.random.randn(n_in, n_out) * np.sqrt(1.0 / n_in))
        self.b = Parameter(np.zeros(n_out))
    def forward(self, x):
        self.x = x
        return x @ self.W.data + self.b.data
    def backward(self, grad):
        self.W.grad += self.x.T @ grad
        self.b.grad += grad.sum(axis=0)
        return grad @ self.W.data.T
    def parameters(self): return [self.W, self.b]
class ReLU(Module):
    def forward(self, x):
        self.mask = x > 0
        return x * self.mask
    def backward(self, grad):
        return grad * self.mask
class LeakyReLU(Module):
    def __init__(self, alpha=0.1): self.alpha = alpha
    def forward(self, x):
        self.x = x
        return np.where(x > 0, x, self.alpha * x)
    def backward(self, grad):
        return np.where(self.x > 0, grad, self.alpha * grad)
class Tanh(Module):
    def forward(self, x):
        self.out = np.tanh(x)
        return self.out
    def backward(self, grad):
        return grad * (1 - self.out ** 2)
class Sigmoid(Module):
    def forward(self, x):
        self.out = 1.0 / (1.0 + np.exp(-x))
        return self.out
    def backward(self, grad):
        return grad * self.out * (1 - self.out)
class Softmax(Module):
    def forward(self, x):
        e = np.exp(x - x.max(axis=1, keepdims=True))
        self.out = e / e.sum(axis=1, keepdims=True)
        return self.out
    def backward(self, grad):
        return self.out * (grad - (grad * self.out).sum(axis=1, keepdims=True))
class Sequential(Module):
    def __init__(self, *layers): self.layers = layers
    def forward(self, x):
        for layer in self.layers: x = layer(x)
        return x
    def backward(self, grad):
        for layer in reversed(self.layers): grad = layer.backward(grad)
        return grad
    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

class MSELoss:
    def __call__(self, pred, target):
        self.pred, self.target = pred, target
        return np.mean((pred - target) ** 2)
    def backward(self):
        return 2 * (self.pred - self.target) / self.pred.size
class CrossEntropyLoss:
    def __call__(self, probs, target):  # probabilities, one-hot targets
        self.probs, self.target = probs, target
        return -np.sum(target * np.log(probs)) / len(probs)
    def backward(self):
        return -self.target / self.probs / len(self.probs)

class SGD:
    def __init__(self, params, lr=0.1, momentum=0.0, weight_decay=0.0):
        self.params, self.lr, self.momentum, self.weight_decay = params, lr, momentum, weight_decay
        self.velocity = [np.zeros_like(p.data) for p in params]
    def zero_grad(self):
        for p in self.params: p.grad = np.zeros_like(p.data)
    def penalty(self):
        return 0.5 * self.weight_decay * sum(np.sum(p.data ** 2) for p in self.params)
    def step(self):
        for i, p in enumerate(self.params):
            g = p.grad + self.weight_decay * p.data
            self.velocity[i] = self.momentum * self.velocity[i] + g
            p.data -= self.lr * self.velocity[i]

def make_classifier(n_in, h, n_out):
    return Sequential(Linear(n_in, h), ReLU(), Linear(h, h), Tanh(),
                      Linear(h, h), LeakyReLU(), Linear(h, n_out), Softmax())

def make_regressor(n_in, h, n_out):
    return Sequential(Linear(n_in, h), Sigmoid(), Linear(h, h), Sigmoid(), Linear(h, n_out))

def train(model, criterion, optimizer, X, y, epochs, every=100):
    for epoch in range(epochs):
        optimizer.zero_grad()
        out = model(X)
        loss = criterion(out, y) + optimizer.penalty()
        model.backward(criterion.backward())
        optimizer.step()
        if epoch % every == 0:
            print(f"epoch {epoch:4d}  loss {loss:.4f}")

if __name__ == "__main__":
    np.random.seed(0); X = np.random.randn(150, 2)
    labels = (X[:, 0] > 0).astype(int) + (X[:, 1] > 0.3)
    Y = np.eye(3)[labels]
    net = make_classifier(2, 16, 3)
    train(net, CrossEntropyLoss(), SGD(net.parameters(), 0.1, 0.9, 1e-3), X, Y, 400)
    print("accuracy", np.mean(net(X).argmax(axis=1) == labels))

    T = np.column_stack([np.sin(2 * X[:, 0]), X[:, 0] * X[:, 1]])
    net = make_regressor(2, 16, 2)
    train(net, MSELoss(), SGD(net.parameters(), 0.1, 0.9, 1e-4), X, T, 1000, 200)
