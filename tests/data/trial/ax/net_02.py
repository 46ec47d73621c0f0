# simple neural net that learns XOR (3rd column is the bias)
import numpy as np

def nonlin(x, deriv=False):
    if deriv == True:
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

# weights between -1 and 1
syn0 = 2*np.random.random((3,5)) - 1
syn1 = 2*np.random.random((5,1)) - 1

alpha = 1.0
iterations = 5000

for j in range(iterations):

    # feed forward
    l0 = X
    l1 = nonlin(np.dot(l0,syn0))
    l2 = nonlin(np.dot(l1,syn1))

    # how far off are we?  E = 1/2 * sum (y - l2)^2
    l2_error = y - l2
    E = 0.5*np.sum(l2_error**2)
    if (j % 1000) == 0:
        print("Error:" + str(E))

    # output layer
    l2_delta = l2_error*nonlin(l2,deriv=True)
    syn1 += alpha*l1.T.dot(l2_delta)

    # hidden layer: how much did each l1 value contribute to the error?
    l1_error = l2_delta.dot(syn1.T)
    l1_delta = l1_error * nonlin(l1,deriv=True)
    syn0 += alpha*l0.T.dot(l1_delta)

print("Output after training")
print(l2)
