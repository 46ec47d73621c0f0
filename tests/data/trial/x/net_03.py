# Softmax regression from scratch
#
#   scores = x W + b
#   p      = softmax(scores)
#   L      = 1/N sum_i -log p[i, y_i]  +  1/2 * reg * sum(W^2)
import numpy as np


def make_blobs(n_per_class=40, seed=3):
    rng = np.random.RandomState(seed)
    centers = [(-1.5, 0.0), (1.5, 0.5), (0.0, 2.0)]
    X = np.vstack([rng.randn(n_per_class, 2) * 0.7 + c for c in centers])
    y = np.repeat(np.arange(3), n_per_class)
    return X, y


def softmax(scores):
    scores = scores - scores.max(axis=1, keepdims=True)
    e = np.exp(scores)
    return e / e.sum(axis=1, keepdims=True)


def softmax_loss(W, b, X, y, reg):
    """Returns the loss and the gradients on W and b."""
    N = X.shape[0]
    probs = softmax(X.dot(W) + b)

    data_loss = -np.log(probs[np.arange(N), y]).sum() / N
    reg_loss = 0.5 * reg * np.sum(W * W)

    dscores = probs.copy()
    dscores[np.arange(N), y] -= 1

    dW = X.T.dot(dscores) + reg * W
    dW /= N
    db = dscores.sum(axis=0)
    db /= N
    return data_loss + reg_loss, dW, db


def train(X, y, num_classes, lr=0.5, reg=0.05, num_iters=300, batch_size=30, seed=0, verbose=True):
    rng = np.random.RandomState(seed)
    W = 0.01 * rng.randn(X.shape[1], num_classes)
    b = np.zeros(num_classes)
    for it in range(num_iters):
        idx = rng.choice(len(X), batch_size, replace=False)
        loss, dW, db = softmax_loss(W, b, X[idx], y[idx], reg)
        W -= lr * dW
        b -= lr * db
        if verbose and it % 50 == 0:
            print("iteration %d / %d: loss %f" % (it, num_iters, loss))
    return W, b


def predict(W, b, X):
    return np.argmax(X.dot(W) + b, axis=1)


if __name__ == '__main__':
    X, y = make_blobs()
    W, b = train(X, y, 3)
    print('training accuracy: %.2f' % np.mean(predict(W, b, X) == y))
