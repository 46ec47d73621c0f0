import numpy as np

# simple 2 layer net, learns "majority of three bits"
def nonlin(x, deriv=False):
    if deriv:
        return x * (1 - x)
    return 1 / (1 + np.exp(-x))

X = np.array([[0,0,0],[0,0,1],[0,1,0],[0,1,1],
              [1,0,0],[1,0,1],[1,1,0],[1,1,1]], dtype=float)
X = np.hstack([X, np.ones((8, 1))])   # constant input
y = np.array([[0,0,0,1,0,1,1,1]]).T

np.random.seed(1)

n_iter = 4000
alpha = 0.5

# weights with mean 0
syn0 = 2 * np.random.random((4, 5)) - 1
syn1 = 2 * np.random.random((5, 1)) - 1

for it in range(n_iter):
    l0 = X
    l1 = nonlin(np.dot(l0, syn0))
    l2 = nonlin(np.dot(l1, syn1))

    l2_error = y - l2
    if it % 1000 == 0:
        print("Error:", 0.5 * np.sum(l2_error ** 2))

    l2_delta = l2_error * nonlin(l2, deriv=True)
    l1_error = l2_delta.dot(syn1.T)
    l1_delta = l1_error * nonlin(l1, deriv=True)

    syn1 += alpha * l1.T.dot(l2_delta)
    syn0 += alpha * l0.T.dot(l1_delta)

print("Output after training:")
print(l2.round(3))
