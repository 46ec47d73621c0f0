# neural net in a handful of lines (numpy is all you need)
import numpy as np
np.random.seed(1)

nonlin = lambda x, d=False: x*(1-x) if d else 1/(1+np.exp(-x))

X = np.array([[0,0,1],
              [0,1,1],
              [1,0,1],
              [1,1,1]])
y = np.array([[0,1,1,0]]).T

alpha = 1.5
iters = 5000
syn0 = 2*np.random.random((3,5)) - 1
syn1 = 2*np.random.random((5,1)) - 1

for j in range(iters):

    # forward
    l0 = X
    l1 = nonlin(l0.dot(syn0))
    l2 = nonlin(l1.dot(syn1))

    # how far off were we?  E = 1/2 sum (y - l2)^2
    l2_error = y - l2
    if j % 1000 == 0:
        print("Error:", 0.5*np.sum(l2_error**2))

    # output layer
    l2_delta = l2_error*nonlin(l2, True)
    syn1 += alpha*l1.T.dot(l2_delta)

    # hidden layer
    l1_error = l2_delta.dot(syn1.T)
    l1_delta = l1_error*nonlin(l1, True)
    syn0 += alpha*l0.T.dot(l1_delta)

print("Output after training:")
print(l2)
