# bp.py -- after the "11 lines of python" post, with one more layer and tanh inside
import numpy as np


def nonlin(x, deriv=False):
    if deriv:
        return x * (1 - x)
    return 1 / (1 + np.exp(-x))


def tanh(x, deriv=False):
    if deriv:
        return 1 - x ** 2
    return np.tanh(x)


X = np.array([[0, 0, 1],
              [0, 1, 1],
              [1, 0, 1],
              [1, 1, 1]])
y = np.array([[0],
              [1],
              [1],
              [0]])

np.random.seed(1)
alpha = 0.5

# randomly initialize our weights with mean 0
# (the column of ones in X plays the bias)
syn0 = 2 * np.random.random((3, 6)) - 1
syn1 = 2 * np.random.random((6, 4)) - 1
syn2 = 2 * np.random.random((4, 1)) - 1

for j in range(6000):

    # feed forward
    l0 = X
    l1 = tanh(np.dot(l0, syn0))
    l2 = tanh(np.dot(l1, syn1))
    l3 = nonlin(np.dot(l2, syn2))

    # how much did we miss?
    l3_error = y - l3
    cost = 0.5 * np.sum(l3_error ** 2)

    if j % 1000 == 0:
        print("Error: " + str(cost))

    l3_delta = l3_error * nonlin(l3, deriv=True)

    l2_error = l3_delta.dot(syn2.T)
    l2_delta = l2_error * tanh(l2, deriv=True)

    l1_error = l2_delta.dot(syn1.T)
    l1_delta = l1_error * tanh(l1, deriv=True)

    syn2 += alpha * l2.T.dot(l3_delta)
    syn1 += alpha * l1.T.dot(l2_delta)
    syn0 += alpha * l0.T.dot(l1_delta)

print("Output After Training:")
print(l3)
