import numpy as np

# tiny net, parity of 3 bits, no bias

def nonlin(x, deriv=False):
    if deriv:
        return x * (1 - x)
    return 1 / (1 + np.exp(-x))

X = np.array([[0, 0, 1],
              [0, 1, 1],
              [1, 0, 1],
              [1, 1, 1]])
y = np.array([[0, 1, 1, 0]]).T

np.random.seed(1)
alpha = 0.9
n_iter = 6001

syn0 = 2 * np.random.random((3, 5)) - 1
syn1 = 2 * np.random.random((5, 4)) - 1
syn2 = 2 * np.random.random((4, 1)) - 1

for j in range(n_iter):
    l0 = X
    l1 = nonlin(l0 @ syn0)
    l2 = nonlin(l1 @ syn1)
    l3 = nonlin(l2 @ syn2)

    l3_error = y - l3
    loss = 0.5 * np.sum(l3_error ** 2)
    if j % 1000 == 0:
        print("iter", j, "Error:", loss)

    l3_delta = l3_error * nonlin(l3, deriv=True)
    l2_error = l3_delta.dot(syn2.T)
    syn2 += alpha * l2.T.dot(l3_delta)
    l2_delta = l2_error * nonlin(l2, deriv=True)
    l1_error = l2_delta.dot(syn1.T)
    syn1 += alpha * l1.T.dot(l2_delta)
    l1_delta = l1_error * nonlin(l1, True)
    syn0 += alpha * l0.T.dot(l1_delta)

print("Output After Training:")
print(l3)
