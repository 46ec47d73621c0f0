import numpy as np
import crosscheck


def iterate(W, b, W2, b2, X, y, reg, step_size):
    num_examples = X.shape[0]
    hidden_layer = np.maximum(0, np.dot(X, W) + b)
    scores = np.dot(hidden_layer, W2) + b2
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    dscores = probs
    dscores[range(num_examples), y] -= 1
    dscores /= num_examples
    dW2 = np.dot(hidden_layer.T, dscores)
    db2 = np.sum(dscores, axis=0, keepdims=True)
    dhidden = np.dot(dscores, W2.T)
    dhidden[hidden_layer <= 0] = 0
    dW = np.dot(X.T, dhidden)
    db = np.sum(dhidden, axis=0, keepdims=True)
    dW2 += reg * W2
    dW += reg * W
    W += -step_size * dW
    b += -step_size * db
    W2 += -step_size * dW2
    b2 += -step_size * db2


class Mine(crosscheck.Adapter):
    targets, bias, l2, parameters = "class_index", "row", 0.001, ("W", "b")
    activations, loss = ("relu", "softmax"), "cross_entropy_per_sample"

    def build(self, case):
        return {"W": case.weights, "b": case.biases}

    def step(self, net, x, y, lr):
        iterate(net["W"][0], net["b"][0], net["W"][1], net["b"][1], x, y, self.l2, lr)


EXPECTED = {"Mine": ("agrees", [])}
