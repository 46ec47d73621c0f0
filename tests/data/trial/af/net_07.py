import numpy as np

# CSE 546 HW4 -- modular net, each module has forward() and backward()

class Linear:
    def __init__(self, nin, nout, lr, momentum):
        self.W = np.random.randn(nin, nout) * np.sqrt(2.0 / nin)
        self.b = np.zeros((1, nout))
        self.lr, self.mu = lr, momentum
        self.vW = np.zeros_like(self.W)
        self.vb = np.zeros_like(self.b)

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad_out):
        dW = self.x.T @ grad_out
        db = grad_out.sum(0, keepdims=True)
        self.vW = self.mu * self.vW - self.lr * dW
        self.vb = self.mu * self.vb - self.lr * db
        self.W += self.vW
        self.b += self.vb
        return grad_out @ self.W.T


class LeakyReLU:
    def __init__(self, slope=0.1):
        self.slope = slope

    def forward(self, x):
        self.mask = x > 0
        return np.where(self.mask, x, self.slope * x)

    def backward(self, grad_out):
        return np.where(self.mask, grad_out, self.slope * grad_out)


class SoftmaxCE:
    """mean cross entropy over the batch, targets are one hot"""
    def forward(self, logits, target):
        e = np.exp(logits - logits.max(axis=1, keepdims=True))
        self.p = e / e.sum(axis=1, keepdims=True)
        self.t = target
        return -np.mean(np.sum(target * np.log(self.p), axis=1))

    def backward(self):
        return (self.p - self.t) / self.t.shape[0]


class Sequential:
    def __init__(self, *modules):
        self.modules = modules
        self.criterion = SoftmaxCE()

    def forward(self, x):
        for m in self.modules:
            x = m.forward(x)
        return x

    def train_batch(self, x, t):
        loss = self.criterion.forward(self.forward(x), t)
        g = self.criterion.backward()
        for m in reversed(self.modules):
            g = m.backward(g)
        return loss


def spirals(n=60, k=3):
    X, Y = [], []
    for c in range(k):
        r = np.linspace(0.05, 1, n)
        th = np.linspace(c * 4, (c + 1) * 4, n) + np.random.randn(n) * 0.15
        X.append(np.c_[r * np.sin(th), r * np.cos(th)])
        Y += [c] * n
    return np.vstack(X), np.eye(k)[Y]


if __name__ == "__main__":
    np.random.seed(546)
    X, T = spirals()
    lr, mom = 0.1, 0.9
    net = Sequential(Linear(2, 24, lr, mom), LeakyReLU(),
                     Linear(24, 24, lr, mom), LeakyReLU(),
                     Linear(24, 3, lr, mom))
    for ep in range(60):
        order = np.random.permutation(len(X))
        losses = []
        for s in range(0, len(X), 30):
            idx = order[s:s + 30]
            losses.append(net.train_batch(X[idx], T[idx]))
        if ep % 10 == 0:
            print("epoch %d  loss %.4f" % (ep, np.mean(losses)))
    print("train acc", np.mean(net.forward(X).argmax(1) == T.argmax(1)))
