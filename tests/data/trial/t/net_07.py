import numpy as np


def sigmoid(z):
    return 1. / (1. + np.exp(-z))


def int_to_onehot(y, num_labels):
    ary = np.zeros((y.shape[0], num_labels))
    for i, val in enumerate(y):
        ary[i, val] = 1
    return ary


class NeuralNetMLP:
    """Chapter 11 network with a second hidden layer."""

    def __init__(self, num_features, num_hidden, num_classes, random_seed=123):
        self.num_classes = num_classes
        rng = np.random.RandomState(random_seed)
        self.weight_h1 = rng.normal(loc=0.0, scale=0.5, size=(num_hidden, num_features))
        self.bias_h1 = np.zeros(num_hidden)
        self.weight_h2 = rng.normal(loc=0.0, scale=0.5, size=(num_hidden, num_hidden))
        self.bias_h2 = np.zeros(num_hidden)
        self.weight_out = rng.normal(loc=0.0, scale=0.5, size=(num_classes, num_hidden))
        self.bias_out = np.zeros(num_classes)

    def forward(self, x):
        # [n_examples, n_features] dot [n_hidden, n_features].T
        a_h1 = sigmoid(np.dot(x, self.weight_h1.T) + self.bias_h1)
        a_h2 = sigmoid(np.dot(a_h1, self.weight_h2.T) + self.bias_h2)
        a_out = sigmoid(np.dot(a_h2, self.weight_out.T) + self.bias_out)
        return a_h1, a_h2, a_out

    def backward(self, x, a_h1, a_h2, a_out, y):
        y_onehot = int_to_onehot(y, self.num_classes)

        d_loss__d_a_out = 2. * (a_out - y_onehot) / y.shape[0]
        d_a_out__d_z_out = a_out * (1. - a_out)
        delta_out = d_loss__d_a_out * d_a_out__d_z_out
        d_loss__dw_out = np.dot(delta_out.T, a_h2)
        d_loss__db_out = np.sum(delta_out, axis=0)

        d_loss__a_h2 = np.dot(delta_out, self.weight_out)
        d_a_h2__d_z_h2 = a_h2 * (1. - a_h2)
        delta_h2 = d_loss__a_h2 * d_a_h2__d_z_h2
        d_loss__d_w_h2 = np.dot(delta_h2.T, a_h1)
        d_loss__d_b_h2 = np.sum(delta_h2, axis=0)

        d_loss__a_h1 = np.dot(delta_h2, self.weight_h2)
        d_a_h1__d_z_h1 = a_h2 * (1. - a_h2)
        delta_h1 = d_loss__a_h1 * d_a_h1__d_z_h1
        d_loss__d_w_h1 = np.dot(delta_h1.T, x)
        d_loss__d_b_h1 = np.sum(delta_h1, axis=0)

        return (d_loss__dw_out, d_loss__db_out,
                d_loss__d_w_h2, d_loss__d_b_h2,
                d_loss__d_w_h1, d_loss__d_b_h1)


def mse_loss(targets, probas, num_labels):
    # squared error summed over the classes, averaged over the examples
    return np.mean(np.sum((int_to_onehot(targets, num_labels) - probas)**2, axis=1))


def minibatch_generator(X, y, minibatch_size):
    indices = np.arange(X.shape[0])
    np.random.shuffle(indices)
    for start_idx in range(0, indices.shape[0] - minibatch_size + 1, minibatch_size):
        batch_idx = indices[start_idx:start_idx + minibatch_size]
        yield X[batch_idx], y[batch_idx]


def train_step(model, X_mini, y_mini, learning_rate):
    a_h1, a_h2, a_out = model.forward(X_mini)
    dw_out, db_out, dw_h2, db_h2, dw_h1, db_h1 = model.backward(
        X_mini, a_h1, a_h2, a_out, y_mini)
    model.weight_h1 -= learning_rate * dw_h1
    model.bias_h1 -= learning_rate * db_h1
    model.weight_h2 -= learning_rate * dw_h2
    model.bias_h2 -= learning_rate * db_h2
    model.weight_out -= learning_rate * dw_out
    model.bias_out -= learning_rate * db_out


def train(model, X, y, num_epochs, learning_rate=0.5, minibatch_size=20):
    for e in range(num_epochs):
        for X_mini, y_mini in minibatch_generator(X, y, minibatch_size):
            train_step(model, X_mini, y_mini, learning_rate)
        if e % 20 == 0:
            probas = model.forward(X)[-1]
            acc = np.mean(np.argmax(probas, axis=1) == y)
            print(f'Epoch: {e+1:03d}/{num_epochs:03d} | Train MSE: '
                  f'{mse_loss(y, probas, model.num_classes):.4f} | Acc: {acc*100:.1f}%')


if __name__ == '__main__':
    np.random.seed(1)
    y = np.random.randint(0, 4, size=200)
    X = np.random.randn(4, 5)[y] * 1.3 + np.random.randn(200, 5)
    model = NeuralNetMLP(num_features=5, num_hidden=12, num_classes=4)
    train(model, X, y, num_epochs=101)
