import sys
import numpy as np


def int_to_onehot(y, num_labels):
    ary = np.zeros((y.shape[0], num_labels))
    for i, val in enumerate(y):
        ary[i, val] = 1
    return ary


class NeuralNetMLP:
    """One hidden layer (ELU, alpha=1), sigmoid outputs, MSE -- as in the book's chapter 11 with another activation."""

    def __init__(self, num_features, num_hidden, num_classes, random_seed=123):
        self.num_classes = num_classes
        rng = np.random.RandomState(random_seed)
        self.weight_h = rng.normal(loc=0.0, scale=0.3, size=(num_hidden, num_features))
        self.bias_h = np.zeros(num_hidden)
        self.weight_out = rng.normal(loc=0.0, scale=0.3, size=(num_classes, num_hidden))
        self.bias_out = np.zeros(num_classes)

    @staticmethod
    def _elu(z):
        return np.where(z > 0., z, np.expm1(np.minimum(z, 0.)))

    def forward(self, x):
        # [n_examples, n_features] dot [n_hidden, n_features].T -> [n_examples, n_hidden]
        z_h = np.dot(x, self.weight_h.T) + self.bias_h
        a_h = self._elu(z_h)
        z_out = np.dot(a_h, self.weight_out.T) + self.bias_out
        a_out = 1. / (1. + np.exp(-z_out))
        return a_h, a_out

    def backward(self, x, a_h, a_out, y):
        y_onehot = int_to_onehot(y, self.num_classes)

        # Part 1: dLoss/dOutWeights
        d_loss__d_a_out = 2. * (a_out - y_onehot) / y_onehot.size
        d_a_out__d_z_out = a_out * (1. - a_out)
        delta_out = d_loss__d_a_out * d_a_out__d_z_out
        d_loss__dw_out = np.dot(delta_out.T, a_h)
        d_loss__db_out = np.sum(delta_out, axis=0)

        # Part 2: dLoss/dHiddenWeights
        d_loss__a_h = np.dot(delta_out, self.weight_out)
        d_a_h__d_z_h = np.where(a_h > 0., 1., a_h + 1.)
        delta_h = d_loss__a_h * d_a_h__d_z_h
        d_loss__d_w_h = np.dot(delta_h.T, x)
        d_loss__d_b_h = np.sum(delta_h, axis=0)

        return d_loss__dw_out, d_loss__db_out, d_loss__d_w_h, d_loss__d_b_h


def mse_loss(targets, probas, num_labels=3):
    return np.mean((int_to_onehot(targets, num_labels) - probas)**2)


def minibatch_generator(X, y, minibatch_size, rng):
    indices = np.arange(X.shape[0])
    rng.shuffle(indices)
    for start_idx in range(0, indices.shape[0] - minibatch_size + 1, minibatch_size):
        batch_idx = indices[start_idx:start_idx + minibatch_size]
        yield X[batch_idx], y[batch_idx]


def train(model, X, y, num_epochs, learning_rate=0.5, minibatch_size=25):
    rng = np.random.RandomState(1)
    epoch_loss = []
    for e in range(num_epochs):
        for X_mini, y_mini in minibatch_generator(X, y, minibatch_size, rng):
            a_h, a_out = model.forward(X_mini)
            d_w_out, d_b_out, d_w_h, d_b_h = model.backward(X_mini, a_h, a_out, y_mini)
            model.weight_h -= learning_rate * d_w_h
            model.bias_h -= learning_rate * d_b_h
            model.weight_out -= learning_rate * d_w_out
            model.bias_out -= learning_rate * d_b_out
        _, probas = model.forward(X)
        epoch_loss.append(mse_loss(y, probas))
        acc = np.mean(np.argmax(probas, axis=1) == y)
        if (e + 1) % 20 == 0:
            sys.stderr.write(f'Epoch: {e+1:03d}/{num_epochs:03d} | Train MSE: {epoch_loss[-1]:.4f} | Acc: {acc:.2%}\n')
    return epoch_loss


if __name__ == '__main__':
    rs = np.random.RandomState(42)
    X = rs.randn(150, 4)
    y = np.digitize(X[:, 0] + X[:, 1]**2, [0.3, 1.2])
    train(NeuralNetMLP(4, 10, 3), X, y, num_epochs=100)
