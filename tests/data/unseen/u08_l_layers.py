import numpy as np
import crosscheck


def L_model_forward(X, parameters):
    caches, A = [], X
    L = len(parameters) // 2
    for l in range(1, L + 1):
        A_prev = A
        Z = parameters["W" + str(l)].dot(A_prev) + parameters["b" + str(l)]
        A = np.maximum(0, Z) if l < L else 1 / (1 + np.exp(-Z))
        caches.append((A_prev, parameters["W" + str(l)], Z))
    return A, caches


def L_model_backward(AL, Y, caches):
    grads, L, m = {}, len(caches), AL.shape[1]
    dA = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    for l in reversed(range(L)):
        A_prev, W, Z = caches[l]
        dZ = dA * (AL * (1 - AL)) if l == L - 1 else np.where(Z > 0, dA, 0)
        grads["dW" + str(l + 1)] = dZ.dot(A_prev.T) / m
        grads["db" + str(l + 1)] = np.sum(dZ, axis=1, keepdims=True) / m
        dA = W.T.dot(dZ)
    return grads


def update_parameters(parameters, grads, learning_rate):
    for key in parameters:
        parameters[key] = parameters[key] - learning_rate * grads["d" + key]


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss = ("relu", ..., "sigmoid"), "bce_per_sample"

    def step(self, net, x, y, lr):
        AL, caches = L_model_forward(x, net)
        update_parameters(net, grads := L_model_backward(AL, y, caches), lr)
        return grads


EXPECTED = {"Mine": ("agrees", [])}
