# R script rewritten in Python: cbind(1, X), list of weight matrices, logistic units
import numpy as np

np.random.seed(123)


def cbind1(m):
    return np.column_stack([np.ones(m.shape[0]), m])


def logistic(x):
    return 1 / (1 + np.exp(-x))


def init_weights(n_input, hidden, n_output):
    sizes = [n_input] + list(hidden) + [n_output]
    return [np.random.randn(sizes[i] + 1, sizes[i + 1]) * 0.7 for i in range(len(sizes) - 1)]


def compute(weights, X):
    neurons = [cbind1(X)]
    for w in weights[:-1]:
        neurons.append(cbind1(logistic(neurons[-1] @ w)))
    net_result = neurons[-1] @ weights[-1]
    return neurons, net_result


def sse(net_result, y):
    return 0.5 * np.sum((net_result - y) ** 2)


def calc_gradients(weights, neurons, net_result, y):
    gradients = [None] * len(weights)
    delta = net_result - y
    for i in reversed(range(len(weights))):
        gradients[i] = neurons[i].T @ delta
        if i > 0:
            h = neurons[i][:, 1:]
            delta = h * (1 - h) * (delta @ weights[i][:-1, :].T)
    return gradients


def backprop(weights, X, y, learningrate):
    neurons, res = compute(weights, X)
    grads = calc_gradients(weights, neurons, res, y)
    return [w - learningrate * g for w, g in zip(weights, grads)]


def neuralnet(X, y, hidden=(5, 4), stepmax=500, learningrate=0.005):
    weights = init_weights(X.shape[1], hidden, y.shape[1])
    for step in range(stepmax):
        weights = backprop(weights, X, y, learningrate)
        if step % 100 == 0:
            print("step %5d  sse %.5f" % (step, sse(compute(weights, X)[1], y)))
    return weights


if __name__ == "__main__":
    X = np.random.uniform(-2, 2, (60, 2))
    y = np.column_stack([np.sin(X[:, 0]) + 0.5 * X[:, 1]])
    fit = neuralnet(X, y)
    print(np.column_stack([y, compute(fit, X)[1]])[:5])
