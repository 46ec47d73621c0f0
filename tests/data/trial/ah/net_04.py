# ex4 of the machine learning course, Octave -> Python.
# No fmincg here, simple gradient descent. Data: random "digits" on a 3x3 grid.
import numpy as np

input_layer_size = 9
hidden_layer_size = 7
num_labels = 3
Lambda = 0.3
alpha = 0.05


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoidGradient(z):
    return sigmoid(z) * (1 - sigmoid(z))


def randInitializeWeights(L_in, L_out):
    epsilon_init = 0.5
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def nnCostFunction(Theta1, Theta2, X, y):
    m = X.shape[0]
    a1 = np.hstack([np.ones((m, 1)), X])
    a2 = np.hstack([np.ones((m, 1)), sigmoid(a1 @ Theta1.T)])
    h = sigmoid(a2 @ Theta2.T)
    Y = np.eye(num_labels)[y]
    J = np.sum(-Y * np.log(h) - (1 - Y) * np.log(1 - h)) / m
    J = J + Lambda / (2 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))
    return J


np.random.seed(4)
proto = np.array([[1, 1, 1, 0, 1, 0, 0, 1, 0],
                  [1, 0, 1, 1, 1, 1, 1, 0, 1],
                  [0, 1, 0, 1, 0, 1, 0, 1, 0]], dtype=float)
y = np.random.randint(0, num_labels, 60)
X = proto[y] + 0.3 * np.random.randn(60, 9)
m = X.shape[0]
Y = np.eye(num_labels)[y]

Theta1 = randInitializeWeights(input_layer_size, hidden_layer_size)
Theta2 = randInitializeWeights(hidden_layer_size, num_labels)
Delta1 = np.zeros(Theta1.shape)
Delta2 = np.zeros(Theta2.shape)

max_iter = 40
for it in range(max_iter):

    for t in range(m):
        # step 1
        a1 = np.concatenate(([1.0], X[t, :]))
        z2 = Theta1.dot(a1)
        a2 = np.concatenate(([1.0], sigmoid(z2)))
        z3 = Theta2.dot(a2)
        a3 = sigmoid(z3)
        # step 2
        delta3 = a3 - Y[t, :]
        # step 3
        delta2 = Theta2[:, 1:].T.dot(delta3) * sigmoidGradient(z2)
        # step 4
        Delta1 += np.outer(delta2, a1)
        Delta2 += np.outer(delta3, a2)

    # step 5
    Theta1_grad = Delta1 / m
    Theta2_grad = Delta2 / m
    Theta1_grad[:, 1:] += Lambda / m * Theta1[:, 1:]
    Theta2_grad[:, 1:] += Lambda / m * Theta2[:, 1:]

    Theta1 = Theta1 - alpha * Theta1_grad
    Theta2 = Theta2 - alpha * Theta2_grad

    if it % 5 == 0:
        print('Iteration %4d | Cost: %f' % (it, nnCostFunction(Theta1, Theta2, X, y)))

h1 = sigmoid(np.hstack([np.ones((m, 1)), X]) @ Theta1.T)
h2 = sigmoid(np.hstack([np.ones((m, 1)), h1]) @ Theta2.T)
print('Training Set Accuracy: %.1f' % (np.mean(np.argmax(h2, axis=1) == y) * 100))
