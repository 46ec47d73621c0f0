# forked from the "neural network in 11 lines" post, made it deeper and moved it to tanh
# data: my own little table of (temp, wind, humidity) -> played outside?
import numpy as np

def tanh(x, deriv=False):
    if(deriv==True):
        return 1 - np.tanh(x)**2
    return np.tanh(x)

def sigmoid(x, deriv=False):
    if(deriv==True):
        return x*(1-x)
    return 1/(1+np.exp(-x))

X = np.array([ [ 0.9, 0.1,1],
               [ 0.4, 0.8,1],
               [ 0.7, 0.3,1],
               [ 0.2, 0.2,1],
               [-0.3, 0.9,1],
               [-0.8,-0.5,1] ])

y = np.array([[1,0,1,1,0,0]]).T

np.random.seed(1)
alpha = 0.2

# randomly initialize our weights with mean 0
syn0 = 2*np.random.random((3,5)) - 1
syn1 = 2*np.random.random((5,4)) - 1
syn2 = 2*np.random.random((4,1)) - 1

for j in range(6000):

    # Feed forward through layers 0, 1, 2 and 3
    l0 = X
    l1 = tanh(np.dot(l0,syn0))
    l2 = tanh(np.dot(l1,syn1))
    l3 = sigmoid(np.dot(l2,syn2))

    # how much did we miss the target value?
    l3_error = y - l3

    if (j % 1000) == 0:
        print("Error (half sum of squares): " + str(0.5*np.sum(l3_error**2)))

    # in what direction is the target value?
    l3_delta = l3_error*sigmoid(l3,deriv=True)

    # how much did each l2 value contribute to the l3 error (according to the weights)?
    l2_error = l3_delta.dot(syn2.T)
    l2_delta = l2_error * tanh(l2,deriv=True)

    l1_error = l2_delta.dot(syn1.T)
    l1_delta = l1_error * tanh(l1,deriv=True)

    syn2 += alpha * l2.T.dot(l3_delta)
    syn1 += alpha * l1.T.dot(l2_delta)
    syn0 += alpha * l0.T.dot(l1_delta)

print("Output After Training:")
print(l3)
