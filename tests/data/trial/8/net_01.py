# my first neural net!! following the 11 lines blog post, but i added one more layer
import numpy as np

def nonlin(x, deriv=False):
    if(deriv==True):
        return x*(1-x)
    return 1/(1+np.exp(-x))

X = np.array([[0,0,1],
              [0,1,1],
              [1,0,1],
              [1,1,1]])

y = np.array([[0],
              [1],
              [1],
              [0]])

np.random.seed(1)

# weights, mean 0
syn0 = 2*np.random.random((3,5)) - 1
syn1 = 2*np.random.random((5,4)) - 1
syn2 = 2*np.random.random((4,1)) - 1

alpha = 0.8

for j in range(6000):

    # feed forward
    l0 = X
    l1 = nonlin(np.dot(l0,syn0))
    l2 = nonlin(np.dot(l1,syn1))
    l3 = nonlin(np.dot(l2,syn2))

    # how much did we miss?
    l3_error = y - l3
    cost = 0.5*np.sum(l3_error**2)

    if (j % 1000) == 0:
        print("Error:" + str(cost))

    # output layer
    l3_delta = l3_error*nonlin(l3,deriv=True)
    syn2 += alpha*l2.T.dot(l3_delta)

    # second hidden layer
    l2_error = l3_delta.dot(syn2.T)
    l2_delta = l2_error*nonlin(l2,deriv=True)
    syn1 += alpha*l1.T.dot(l2_delta)

    # first hidden layer
    l1_error = l2_delta.dot(syn1.T)
    l1_delta = l1_error*nonlin(l1,deriv=True)
    syn0 += alpha*l0.T.dot(l1_delta)

print("Output After Training:")
print(l3)
