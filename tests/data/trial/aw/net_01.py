# XOR with a tiny network, no classes, no frameworks :)
import numpy as np

np.random.seed(1)

def nonlin(x, deriv=False):
    # when deriv=True, x is the output of the sigmoid
    if deriv:
        return x * (1 - x)
    return 1 / (1 + np.exp(-x))

X = np.array([[0, 0, 1],
              [0, 1, 1],
              [1, 0, 1],
              [1, 1, 1]])
y = np.array([[0], [1], [1], [0]])

alpha = 0.8
syn0 = 2 * np.random.random((3, 5)) - 1
syn1 = 2 * np.random.random((5, 1)) - 1

for j in range(6000):
    # forward
    l0 = X
    l1 = nonlin(np.dot(l0, syn0))
    l2 = nonlin(np.dot(l1, syn1))

    # how far off are we?
    l2_error = y - l2
    loss = 0.5 * np.sum(l2_error ** 2)
    if j % 1000 == 0:
        print("iter", j, "squared error:", loss)

    l2_delta = l2_error * nonlin(l2, deriv=True)
    l1_error = l2_delta.dot(syn1.T)
    l1_delta = l1_error * nonlin(l1, deriv=True)

    syn1 += alpha * l1.T.dot(l2_delta)
    syn0 += alpha * l0.T.dot(l1_delta)

print("Output after training")
print(l2.round(3))
