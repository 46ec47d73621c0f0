# Computer Science Year 13 - NEA prototype 2
# neural net that learns a 3 input "majority" gate and 3 bit parity
# error = sum of (target - output) squared
from numpy import *

random.seed(7)

inputs = array([[0,0,0],
                [0,0,1],
                [0,1,0],
                [0,1,1],
                [1,0,0],
                [1,0,1],
                [1,1,0],
                [1,1,1]])
targets = array([[0,0,0,1,0,1,1,1],
                 [0,1,1,0,1,0,0,1]]).T

# make the inputs -1 / 1 because there is no bias
inputs = inputs * 2 - 1

weights_ih = 2 * random.random((3, 6)) - 1
weights_ho = 2 * random.random((6, 2)) - 1

learningRate = 0.2

def nonlin(x, deriv=False):
    if deriv:
        return x * (1 - x)
    return 1 / (1 + exp(-x))

count = 0
while count < 3000:
    # go forwards
    hidden = nonlin(dot(inputs, weights_ih))
    output = nonlin(dot(hidden, weights_ho))

    # how wrong were we
    outputError = targets - output
    totalError = sum(outputError ** 2)
    if count % 500 == 0:
        print("Error after " + str(count) + " goes: " + str(totalError))

    # go backwards
    outputDelta = 2 * outputError * nonlin(output, deriv=True)
    hiddenError = outputDelta.dot(weights_ho.T)
    hiddenDelta = hiddenError * nonlin(hidden, deriv=True)

    # change the weights
    weights_ho += learningRate * hidden.T.dot(outputDelta)
    weights_ih += learningRate * inputs.T.dot(hiddenDelta)
    count += 1

print("Finished training")
print(round(output, 2))
