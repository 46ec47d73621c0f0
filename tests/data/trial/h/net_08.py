"""
Single layer softmax classifier, trained with mini batches.
HW2 part b
"""
import numpy as np

CLASSES = ['setosa', 'versicolor', 'virginica']
N_FEATURES = 4
BATCH = 15
LR = 0.1
N_EPOCHS = 20


def load_data(rs):
    # fake iris
    centers = np.array([[5.0, 3.4, 1.5, 0.2], [5.9, 2.8, 4.3, 1.3], [6.6, 3.0, 5.6, 2.0]])
    xs, ys = [], []
    for c in range(3):
        xs.append(centers[c] + 0.3 * rs.randn(30, N_FEATURES))
        ys += [c] * 30
    xs = np.vstack(xs)
    xs = (xs - xs.mean(0)) / xs.std(0)
    return xs, np.array(ys)


def softmax(scores):
    scores = scores - np.max(scores)
    exps = np.exp(scores)
    return exps / np.sum(exps)


class SoftmaxClassifier:
    def __init__(self, n_in, n_out, rs):
        self.weights = 0.01 * rs.randn(n_in, n_out)
        self.bias = np.zeros(n_out)
        self.grad_weights = np.zeros_like(self.weights)
        self.grad_bias = np.zeros_like(self.bias)

    def predict_proba(self, x):
        return softmax(x.dot(self.weights) + self.bias)

    def accumulate(self, x, label):
        """add the gradient of one example, returns its loss"""
        probs = self.predict_proba(x)
        loss = -np.log(probs[label])
        dscores = probs.copy()
        dscores[label] -= 1
        self.grad_weights += np.outer(x, dscores)
        self.grad_bias += dscores
        return loss

    def apply(self, lr, count):
        self.weights -= lr * self.grad_weights / count
        self.bias -= lr * self.grad_bias / count

    def train_batch(self, xb, yb, lr):
        # average cross entropy over the batch
        total = 0.0
        for x, label in zip(xb, yb):
            total += self.accumulate(x, label)
        self.apply(lr, len(xb))
        return total / len(xb)


def main():
    rs = np.random.RandomState(5)
    xs, ys = load_data(rs)
    clf = SoftmaxClassifier(N_FEATURES, len(CLASSES), rs)
    for epoch in range(N_EPOCHS):
        order = rs.permutation(len(xs))
        running = []
        for start in range(0, len(xs), BATCH):
            pick = order[start:start + BATCH]
            running.append(clf.train_batch(xs[pick], ys[pick], LR))
        preds = [np.argmax(clf.predict_proba(x)) for x in xs]
        print('epoch {:2d}  loss {:.4f}  train acc {:.2f}'.format(epoch, np.mean(running), np.mean(preds == ys)))


if __name__ == '__main__':
    main()
