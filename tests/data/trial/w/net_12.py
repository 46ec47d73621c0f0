import numpy as np

CONFIG = {
    'layers': [4, 12, 12, 10, 8, 3],
    'activation': {'name': 'elu', 'alpha': 1.0},
    'optimizer': {'lr': 0.001, 'momentum': 0.5, 'nesterov': False},
    'batch_size': 20,
    'epochs': 25,
    'seed': 21,
}


class utils:
    @staticmethod
    def elu(x, alpha):
        return np.where(x > 0, x, alpha * (np.exp(np.minimum(x, 0)) - 1))

    @staticmethod
    def elu_grad(x, alpha):
        return np.where(x > 0, 1.0, alpha * np.exp(np.minimum(x, 0)))

    @staticmethod
    def softmax(x):
        e = np.exp(x - np.max(x, axis=0))
        return e / np.sum(e, axis=0)

    @staticmethod
    def one_hot(labels, k):
        out = np.zeros((len(labels), k))
        out[np.arange(len(labels)), labels] = 1
        return out

    @staticmethod
    def cross_entropy(p, y):
        return -np.mean(np.sum(y * np.log(p), axis=1))


class DeepNet:
    def __init__(self, config):
        self.cfg = config
        self.alpha = config['activation']['alpha']
        rng = np.random.default_rng(config['seed'])
        sizes = config['layers']
        self.n = len(sizes) - 1
        self.theta = {}
        self.vel = {}
        for i in range(self.n):
            self.theta[f'W{i}'] = rng.normal(0, 1 / np.sqrt(sizes[i]), (sizes[i], sizes[i + 1]))
            self.theta[f'b{i}'] = np.zeros((1, sizes[i + 1]))
        for key, val in self.theta.items():
            self.vel[key] = np.zeros_like(val)

    def forward(self, x):
        self.cache = {'a-1': x}
        a = x
        for i in range(self.n):
            z = a @ self.theta[f'W{i}'] + self.theta[f'b{i}']
            a = utils.softmax(z) if i == self.n - 1 else utils.elu(z, self.alpha)
            self.cache[f'z{i}'], self.cache[f'a{i}'] = z, a
        return a

    def loss(self, x, y):
        return utils.cross_entropy(self.forward(x), y)

    def backward(self, y):
        grads = {}
        delta = (self.cache[f'a{self.n - 1}'] - y) / y.shape[0]
        for i in range(self.n - 1, -1, -1):
            grads[f'W{i}'] = self.cache[f'a{i - 1}'].T @ delta
            grads[f'b{i}'] = delta.sum(axis=0, keepdims=True)
            if i:
                delta = (delta @ self.theta[f'W{i}'].T) * utils.elu_grad(self.cache[f'z{i - 1}'], self.alpha)
        return grads

    def step(self, grads):
        opt = self.cfg['optimizer']
        for key in self.theta:
            self.vel[key] = opt['momentum'] * self.vel[key] - opt['lr'] * grads[key]
            self.theta[key] = self.theta[key] + self.vel[key]

    def batch_gen(self, x, y, rng):
        order = rng.permutation(len(x))
        size = self.cfg['batch_size']
        for i in range(len(x) // size):
            j = order[i * size:(i + 1) * size]
            yield x[j], y[j]

    def fit(self, x, y):
        rng = np.random.default_rng(self.cfg['seed'] + 1)
        for epoch in range(self.cfg['epochs']):
            for xb, yb in self.batch_gen(x, y, rng):
                self.forward(xb)
                self.step(self.backward(yb))
            if epoch % 8 == 0:
                print(epoch, self.loss(x, y))


if __name__ == '__main__':
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 3, 180)
    X = rng.normal(0, 1.5, (3, 4))[labels] + 0.7 * rng.normal(size=(180, 4))
    net = DeepNet(CONFIG)
    net.fit(X, utils.one_hot(labels, 3))
    print('acc', np.mean(np.argmax(net.forward(X), axis=1) == labels))
