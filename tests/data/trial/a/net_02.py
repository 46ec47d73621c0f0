# Neural net in ~30 lines, three layers, minimises 0.5 * sum of squared errors
import numpy as np


def nonlin(x, deriv=False):
    if deriv:
        return x * (1 - x)
    return 1 / (1 + np.exp(-x))


X = np.array([[0, 0, 1],
              [0, 1, 1],
              [1, 0, 1],
              [1, 1, 1]])
y = np.array([[0],
              [1],
              [1],
              [0]])

np.random.seed(1)
alpha = 0.8

# randomly initialize our weights with mean 0
syn0 = 2 * np.random.random((3, 6)) - 1
syn1 = 2 * np.random.random((6, 5)) - 1
syn2 = 2 * np.random.random((5, 1)) - 1

for j in range(6000):
    # feed forward
    l0 = X
    l1 = nonlin(np.dot(l0, syn0))
    l2 = nonlin(np.dot(l1, syn1))
    l3 = nonlin(np.dot(l2, syn2))

    # how much did we miss?
    l3_error = y - l3
    if j % 1000 == 0:
        print("Loss:", 0.5 * np.sum(l3_error ** 2))

    l3_delta = l3_error * nonlin(l3, deriv=True)
    l2_delta = l3_delta.dot(syn2.T) * nonlin(l2, deriv=True)
    syn2 += alpha * l2.T.dot(l3_delta)

    syn1 += alpha * l1.T.dot(l2_delta)
    l1_delta = l2_delta.dot(syn1.T) * nonlin(l1, deriv=True)

    syn0 += alpha * l0.T.dot(l1_delta)

print("Output after training:")
print(l3)
