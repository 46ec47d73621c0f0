#!/usr/bin/env python
import numpy as np
import random


def softmax(x):
    x = x - np.max(x, axis=1, keepdims=True)
    x = np.exp(x)
    return x / np.sum(x, axis=1, keepdims=True)


def forward_backward_prop(data, labels, params, dimensions):
    """
    Forward and backward propagation for a one-hidden-layer tanh network

    Arguments:
    data -- M x Dx matrix, where each row is a training example.
    labels -- M x Dy matrix, where each row is a one-hot vector.
    params -- Model parameters, these are unpacked for you.
    dimensions -- A tuple of input dimension, number of hidden units
                  and output dimension

    Returns the (summed) cross entropy cost and the flat gradient.
    """

    ### Unpack network parameters (do not modify)
    ofs = 0
    Dx, H, Dy = (dimensions[0], dimensions[1], dimensions[2])

    W1 = np.reshape(params[ofs:ofs + Dx * H], (Dx, H))
    ofs += Dx * H
    b1 = np.reshape(params[ofs:ofs + H], (1, H))
    ofs += H
    W2 = np.reshape(params[ofs:ofs + H * Dy], (H, Dy))
    ofs += H * Dy
    b2 = np.reshape(params[ofs:ofs + Dy], (1, Dy))

    ### YOUR CODE HERE: forward propagation
    h = np.tanh(np.dot(data, W1) + b1)
    yhat = softmax(np.dot(h, W2) + b2)
    cost = -np.sum(labels * np.log(yhat))
    ### END YOUR CODE

    ### YOUR CODE HERE: backward propagation
    d1 = yhat - labels
    gradW2 = np.dot(h.T, d1)
    gradb2 = np.dot(np.ones((1, data.shape[0])), d1)
    d2 = np.dot(d1, W2.T)
    d3 = d2 - d2 * h * h
    gradW1 = np.dot(data.T, d3)
    gradb1 = np.dot(np.ones((1, data.shape[0])), d3)
    ### END YOUR CODE

    ### Stack gradients (do not modify)
    grad = np.concatenate((gradW1.flatten(), gradb1.flatten(),
                           gradW2.flatten(), gradb2.flatten()))
    return cost, grad


def sgd(f, x0, step, iterations, PRINT_EVERY=50):
    """ Stochastic Gradient Descent """
    x = x0
    expcost = None
    for it in range(1, iterations + 1):
        ### YOUR CODE HERE
        cost, g = f(x)
        x = x - step * g
        ### END YOUR CODE
        if it % PRINT_EVERY == 0:
            expcost = cost if expcost is None else .95 * expcost + .05 * cost
            print("iter %d: %f" % (it, expcost))
    return x


def sanity_check():
    print("Running sanity check...")
    random.seed(42)
    np.random.seed(42)
    N = 20
    dimensions = [10, 5, 10]
    data = np.random.randn(N, dimensions[0])
    labels = np.zeros((N, dimensions[2]))
    for i in range(N):
        labels[i, random.randint(0, dimensions[2] - 1)] = 1

    params = np.random.randn((dimensions[0] + 1) * dimensions[1] +
                             (dimensions[1] + 1) * dimensions[2])
    sgd(lambda p: forward_backward_prop(data, labels, p, dimensions), params, 0.02, 300)


if __name__ == "__main__":
    sanity_check()
