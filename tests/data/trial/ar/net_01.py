# XOR with a tiny neural net, no frameworks!
import numpy as np

def nonlin(x):
    return 1/(1+np.exp(-x))

X = np.array([[0,0,1],
              [0,1,1],
              [1,0,1],
              [1,1,1]])
y = np.array([[0],[1],[1],[0]])

np.random.seed(1)

# synapses
syn0 = 2*np.random.random((3,5)) - 1
syn1 = 2*np.random.random((5,1)) - 1

alpha = 0.8
n_iter = 4000

for j in range(n_iter):
    # feed forward
    l0 = X
    l1 = nonlin(np.dot(l0,syn0))
    l2 = nonlin(np.dot(l1,syn1))

    # how much did we miss?
    l2_error = l2 - y
    if j % 1000 == 0:
        print("Error:", 0.5*np.sum(l2_error**2))

    # output layer
    l2_delta = l2_error * l2*(1-l2)
    syn1 -= alpha * l1.T.dot(l2_delta)

    # hidden layer
    l1_error = l2_delta.dot(syn1.T)
    l1_delta = l1_error * l1*(1-l1)
    syn0 -= alpha * l0.T.dot(l1_delta)

print("Output After Training:")
print(l2)
