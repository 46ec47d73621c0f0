import numpy as np

# based on the "11 lines of python" blog post, changed to 3 hidden layers,
# tanh, and a real-valued output (so no nonlin on the last layer)

def nonlin(x, deriv=False):
    if deriv == True:
        return 1 - x * x        # x is already tanh(..)
    return np.tanh(x)

np.random.seed(1)

# y = sin(2 x0) + x1^2
X = np.random.uniform(-1, 1, (60, 2))
y = (np.sin(2 * X[:, 0]) + X[:, 1] ** 2).reshape(-1, 1)

H = 8
alpha = 0.003

syn0 = (2 * np.random.random((2, H)) - 1) * 0.7
syn1 = (2 * np.random.random((H, H)) - 1) * 0.7
syn2 = (2 * np.random.random((H, H)) - 1) * 0.7
syn3 = (2 * np.random.random((H, 1)) - 1) * 0.7
bias0 = np.zeros((1, H))
bias1 = np.zeros((1, H))
bias2 = np.zeros((1, H))
bias3 = np.zeros((1, 1))

for j in range(2000):

    # feed forward through layers 0, 1, 2, 3, 4
    l0 = X
    l1 = nonlin(np.dot(l0, syn0) + bias0)
    l2 = nonlin(np.dot(l1, syn1) + bias1)
    l3 = nonlin(np.dot(l2, syn2) + bias2)
    l4 = np.dot(l3, syn3) + bias3

    # how much did we miss the target value?
    l4_error = y - l4
    l4_delta = l4_error

    if (j % 400) == 0:
        print("Error: " + str(0.5 * np.sum(l4_error ** 2)))

    # how much did each l3 value contribute to the l4 error
    l3_error = l4_delta.dot(syn3.T)
    l3_delta = l3_error * nonlin(l3, deriv=True)

    l2_error = l3_delta.dot(syn2.T)
    l2_delta = l2_error * nonlin(l2, deriv=True)

    l1_error = l2_delta.dot(syn2.T)
    l1_delta = l1_error * nonlin(l1, deriv=True)

    syn3 += alpha * l3.T.dot(l4_delta)
    syn2 += alpha * l2.T.dot(l3_delta)
    syn1 += alpha * l1.T.dot(l2_delta)
    syn0 += alpha * l0.T.dot(l1_delta)
    bias3 += alpha * l4_delta.sum(axis=0, keepdims=True)
    bias2 += alpha * l3_delta.sum(axis=0, keepdims=True)
    bias1 += alpha * l2_delta.sum(axis=0, keepdims=True)
    bias0 += alpha * l1_delta.sum(axis=0, keepdims=True)

print("Output after training, first 5:")
print(np.hstack([l4[:5], y[:5]]))
