"""
A neural network in (about) 20 lines of Python
==============================================

The whole idea of backpropagation fits on one screen.  We feed four rows of
three numbers through two weight matrices and ask for the XOR of the first two
columns.  The third column is always 1, so we do not need separate biases.
"""
import numpy as np

X = np.array([[0, 0, 1],
              [0, 1, 1],
              [1, 0, 1],
              [1, 1, 1]])
y = np.array([[0, 1, 1, 0]]).T

np.random.seed(1)

# weights, random with mean 0
syn0 = 2 * np.random.random((3, 4)) - 1
syn1 = 2 * np.random.random((4, 1)) - 1

steps = 6000
for j in range(steps):

    # forward: each layer is a sigmoid of a matrix product
    l0 = X
    l1 = 1 / (1 + np.exp(-(l0.dot(syn0))))
    l2 = 1 / (1 + np.exp(-(l1.dot(syn1))))

    # how much did we miss?
    l2_error = y - l2
    if j % 1000 == 0:
        print("step %5d   loss %.5f" % (j, 0.5 * np.sum(l2_error ** 2)))

    # backward: "error weighted derivative"
    l2_delta = l2_error * (l2 * (1 - l2))
    l1_delta = l2_delta.dot(syn1.T) * (l1 * (1 - l1))

    # step
    syn1 += l1.T.dot(l2_delta)
    syn0 += l0.T.dot(l1_delta)

print("Output after training:")
print(l2)
