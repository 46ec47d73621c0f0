# softmax regression, online (one example at a time) with weight decay
import numpy as np

n_classes, n_feat = 4, 5
lr, decay = 0.1, 0.01

gen = np.random.RandomState(9)
centers = gen.randn(n_classes, n_feat) * 1.5
train_y = gen.randint(n_classes, size=60)
train_x = centers[train_y] + gen.randn(60, n_feat)

Theta = gen.randn(n_classes, n_feat) * 0.01
offset = np.zeros(n_classes)


def class_probs(Theta, offset, v):
    s = Theta.dot(v) + offset
    s -= s.max()
    s = np.exp(s)
    return s / s.sum()


def nll(Theta, offset, v, c):
    """-log p(c | v) + decay/2 * ||Theta||^2   (offset is not decayed)"""
    return -np.log(class_probs(Theta, offset, v)[c]) + 0.5 * decay * (Theta ** 2).sum()


def learn_one(Theta, offset, v, c):
    err = class_probs(Theta, offset, v)
    err[c] -= 1.0
    Theta *= 1.0 - lr * decay
    Theta -= lr * np.outer(err, v)
    offset -= lr * err


n_epochs = 15
for epoch in range(n_epochs):
    for i in gen.permutation(len(train_x)):
        learn_one(Theta, offset, train_x[i], train_y[i])
    avg = np.mean([nll(Theta, offset, v, c) for v, c in zip(train_x, train_y)])
    if epoch % 5 == 0 or epoch == n_epochs - 1:
        print('epoch {:2d} objective {:.4f}'.format(epoch, avg))

hits = sum(class_probs(Theta, offset, v).argmax() == c for v, c in zip(train_x, train_y))
print('correct: %d / %d' % (hits, len(train_x)))
