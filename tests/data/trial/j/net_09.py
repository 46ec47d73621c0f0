import numpy as np

# homework: 3 layer neural net for the "majority of 3 bits, and xor of first two" problem

def nonlin(x, deriv=False):
    if deriv == True:
        return x*(1-x)
    return 1/(1+np.exp(-x))

X = np.array([[0,0,0,1],
              [0,0,1,1],
              [0,1,0,1],
              [0,1,1,1],
              [1,0,0,1],
              [1,0,1,1],
              [1,1,0,1],
              [1,1,1,1]])      # last column always 1

y = np.array([[0,0],[0,0],[0,1],[1,1],[0,1],[1,1],[1,0],[1,0]])

np.random.seed(1)

# randomly initialize our weights with mean 0
syn0 = 2*np.random.random((4,6)) - 1
syn1 = 2*np.random.random((6,5)) - 1
syn2 = 2*np.random.random((5,2)) - 1

alpha = 0.5

for j in range(6000):

    # Feed forward through layers 0, 1, 2 and 3
    l0 = X
    l1 = nonlin(np.dot(l0,syn0))
    l2 = nonlin(np.dot(l1,syn1))
    l3 = nonlin(np.dot(l2,syn2))

    # how much did we miss the target value?
    l3_error = y - l3
    loss = 0.5*np.sum(l3_error**2)

    if (j % 1000) == 0:
        print("Loss:" + str(loss))

    # in what direction is the target value?
    l3_delta = l3_error*nonlin(l3,deriv=True)

    # how much did each l2 value contribute to the l3 error?
    l2_error = l3_delta.dot(syn2.T)
    l2_delta = l2_error*nonlin(l2,deriv=True)

    # how much did each l1 value contribute to the l2 error?
    l1_error = l2_error.dot(syn1.T)
    l1_delta = l1_error*nonlin(l1,deriv=True)

    syn2 += alpha*l2.T.dot(l3_delta)
    syn1 += alpha*l1.T.dot(l2_delta)
    syn0 += alpha*l0.T.dot(l1_delta)

print("Output After Training:")
print(np.round(l3,2))
