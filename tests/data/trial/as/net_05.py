import numpy as np

class Linear:
    def __init__(self, nin, nout):
        self.w = np.random.randn(nin, nout) / np.sqrt(nin)
        self.b = np.zeros((1, nout))
    def __call__(self, x):
        self.x = x
        self.out = x @ self.w + self.b
        return self.out
    def backward(self, dout):
        self.dw = self.x.T @ dout
        self.db = dout.sum(0, keepdims=True)
        return dout @ self.w.T
    def params(self):
        return [(self.w, self.dw), (self.b, self.db)]

class SiLU:
    """x * sigmoid(x), aka swish"""
    def __call__(self, x):
        self.s = 1 / (1 + np.exp(-x))
        self.out = x * self.s
        return self.out
    def backward(self, dout):
        return dout * (self.s + self.out * self.s * (1 - self.s))
    def params(self):
        return []

class CrossEntropy:
    def __call__(self, logits, onehot):
        e = np.exp(logits - logits.max(1, keepdims=True))
        self.p = e / e.sum(1, keepdims=True)
        self.t = onehot
        return -(onehot * np.log(self.p + 1e-12)).sum() / len(logits)
    def backward(self):
        return (self.p - self.t) / len(self.t)

class Sequential:
    def __init__(self, *layers):
        self.layers = layers
    def __call__(self, x):
        for l in self.layers:
            x = l(x)
        return x
    def backward(self, d):
        for l in reversed(self.layers):
            d = l.backward(d)
    def sgd(self, lr):
        for l in self.layers:
            for p, g in l.params():
                p -= lr * g

def train(model, crit, x, t, lr=0.3, steps=400, verbose=True):
    for i in range(steps):
        loss = crit(model(x), t)
        model.backward(crit.backward())
        model.sgd(lr)
        if verbose and i % 100 == 0:
            print('step', i, 'loss', loss)

if __name__ == '__main__':
    np.random.seed(42)
    x = np.random.randn(90, 2)
    r = (x ** 2).sum(1)
    lab = np.digitize(r, [0.8, 2.2])
    t = np.eye(3)[lab]
    net = Sequential(Linear(2, 12), SiLU(), Linear(12, 8), SiLU(), Linear(8, 3))
    train(net, CrossEntropy(), x, t)
    print('acc', (net(x).argmax(1) == lab).mean())
