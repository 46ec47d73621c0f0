from dataclasses import dataclass, field
from functools import reduce
import numpy as np


def softplus(z):
    return np.logaddexp(0.0, z)


def expit(z):
    return 0.5 * (1.0 + np.tanh(0.5 * z))


@dataclass
class Block:
    kernel: np.ndarray            # (out, in)
    offset: np.ndarray            # (out,)
    last: bool = False
    tape: dict = field(default_factory=dict)

    def __call__(self, x):
        z = np.einsum('oi,ni->no', self.kernel, x) + self.offset
        self.tape.update(x=x, z=z)
        return z if self.last else softplus(z)

    def pullback(self, g):
        if not self.last:
            g = g * expit(self.tape['z'])
        self.tape['dk'] = np.einsum('no,ni->oi', g, self.tape['x'])
        self.tape['do'] = np.einsum('no->o', g)
        return np.einsum('no,oi->ni', g, self.kernel)

    def descend(self, lr):
        self.kernel = self.kernel - lr * self.tape['dk']
        self.offset = self.offset - lr * self.tape['do']


def make(widths, gen):
    pairs = list(zip(widths, widths[1:]))
    return [Block(gen.normal(size=(o, i)) / np.sqrt(i), np.zeros(o), last=(k == len(pairs) - 1))
            for k, (i, o) in enumerate(pairs)]


def scores(blocks, x):
    return reduce(lambda h, b: b(h), blocks, x)[:, 0]


def logistic_loss(s, y):
    """ y in {-1, +1};  mean of log(1 + exp(-y s)) """
    return softplus(-y * s).mean()


def train_once(blocks, x, y, lr):
    s = scores(blocks, x)
    loss = logistic_loss(s, y)
    g = (-y * expit(-y * s) / len(y))[:, None]
    for b in blocks[::-1]:
        g = b.pullback(g)
    for b in blocks:
        b.descend(lr)
    return loss


if __name__ == '__main__':
    gen = np.random.default_rng(17)
    x = gen.normal(size=(120, 2))
    y = np.where((x ** 2).sum(1) > 1.3, 1.0, -1.0)
    blocks = make([2, 8, 8, 6, 1], gen)
    for t in range(1001):
        loss = train_once(blocks, x, y, 0.1)
        if t % 250 == 0:
            print(t, f'{loss:.4f}', 'acc', np.mean(np.sign(scores(blocks, x)) == y))
