import numpy as np

# after "A Neural Network in 11 lines of Python"
# I added a second hidden layer, a learning rate and tanh in the middle.
# Task: 4 bit parity

def nonlin(x, deriv=False):
    if deriv == True:
        return x * (1 - x)
    return 1 / (1 + np.exp(-x))

def tanh(x, deriv=False):
    if deriv == True:
        return 1 - x ** 2
    return np.tanh(x)

X = np.array([[(i >> 3) & 1, (i >> 2) & 1, (i >> 1) & 1, i & 1, 1] for i in range(16)])
y = np.array([[row[:4].sum() % 2] for row in X])

np.random.seed(1)

alpha = 0.3
n_iter = 3000

# randomly initialize our weights with mean 0
syn0 = 2 * np.random.random((5, 8)) - 1
syn1 = 2 * np.random.random((8, 6)) - 1
syn2 = 2 * np.random.random((6, 1)) - 1

for j in range(n_iter):

    # Feed forward through layers 0, 1, 2 and 3
    l0 = X
    l1 = tanh(np.dot(l0, syn0))
    l2 = tanh(np.dot(l1, syn1))
    l3 = nonlin(np.dot(l2, syn2))

    # how much did we miss the target value?
    l3_error = y - l3

    if (j % 500) == 0:
        print("Error (half the sum of squares): " + str(0.5 * np.sum(l3_error ** 2)))

    l3_delta = l3_error * nonlin(l3, deriv=True)

    # how much did each l2 value contribute to the l3 error?
    l2_error = l3_delta.dot(syn2.T)
    l2_delta = l2_error * tanh(l2, deriv=True)

    l1_error = l2_delta.dot(syn1.T)
    l1_delta = l1_error * tanh(l1, deriv=True)

    syn2 += alpha * l2.T.dot(l3_delta)
    syn1 += alpha * l1.T.dot(l2_delta)
    syn0 += alpha * l0.T.dot(l1_delta)

print("Output After Training:")
print(np.round(l3.ravel(), 2))
