import numpy as np

def nonlin(x, deriv=False):
    if deriv:
        return x * (1 - x)
    return 1 / (1 + np.exp(-x))

# 3 inputs, parity-like toy problem
X = np.array([[0,0,1],
              [0,1,1],
              [1,0,1],
              [1,1,1],
              [1,1,0]])
y = np.array([[0],[1],[1],[0],[1]])

np.random.seed(1)

# weights between -1 and 1
syn0 = 2*np.random.random((3,5)) - 1
syn1 = 2*np.random.random((5,4)) - 1
syn2 = 2*np.random.random((4,1)) - 1

alpha = 0.5
n_iter = 5000

for j in range(n_iter):

    # feed forward
    l0 = X
    l1 = nonlin(l0.dot(syn0))
    l2 = nonlin(l1.dot(syn1))
    l3 = nonlin(l2.dot(syn2))

    # how much did we miss?
    l3_error = y - l3
    if j % 1000 == 0:
        print("Error (1/2 sum of squares): " + str(0.5*np.sum(l3_error**2)))

    l3_delta = l3_error * nonlin(l3, deriv=True)
    syn2 += alpha * l2.T.dot(l3_delta)

    l2_error = l3_delta.dot(syn2.T)
    l2_delta = l2_error * nonlin(l2, deriv=True)
    syn1 += alpha * l1.T.dot(l2_delta)

    l1_error = l2_delta.dot(syn1.T)
    l1_delta = l1_error * nonlin(l1, deriv=True)
    syn0 += alpha * l0.T.dot(l1_delta)

print("Output after training:")
print(l3)
