# ex4 of the ML course, ported from my Octave solution
import numpy as np

def sigmoid(z):
    g = 1.0 / (1.0 + np.exp(-z))
    return g

def sigmoidGradient(z):
    return sigmoid(z) * (1 - sigmoid(z))

def randInitializeWeights(L_in, L_out):
    epsilon_init = 0.5
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init

def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lam):
    # reshape nn_params back into Theta1 and Theta2 (column-major like Octave)
    n1 = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:n1].reshape((hidden_layer_size, input_layer_size + 1), order='F')
    Theta2 = nn_params[n1:].reshape((num_labels, hidden_layer_size + 1), order='F')

    m = X.shape[0]
    Y = np.zeros((m, num_labels))
    for i in range(m):
        Y[i, y[i] - 1] = 1      # labels are 1..num_labels !

    # Part 1
    a1 = np.hstack((np.ones((m, 1)), X))
    z2 = a1.dot(Theta1.T)
    a2 = np.hstack((np.ones((m, 1)), sigmoid(z2)))
    z3 = a2.dot(Theta2.T)
    h = sigmoid(z3)

    J = (1.0 / m) * np.sum(-Y * np.log(h) - (1 - Y) * np.log(1 - h))
    J = J + (lam / (2.0 * m)) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    # Part 2
    Delta1 = np.zeros(Theta1.shape)
    Delta2 = np.zeros(Theta2.shape)
    for t in range(m):
        d3 = h[t, :] - Y[t, :]
        d2 = Theta2.T.dot(d3)[1:] * sigmoidGradient(z2[t, :])
        Delta2 = Delta2 + np.outer(d3, a2[t, :])
        Delta1 = Delta1 + np.outer(d2, a1[t, :])

    # Part 3, do not regularize the bias column
    Theta1_grad = Delta1 / m
    Theta2_grad = Delta2 / m
    Theta1_grad[:, 1:] = Theta1_grad[:, 1:] + (lam / m) * Theta1[:, 1:]
    Theta2_grad[:, 1:] = Theta2_grad[:, 1:] + (lam / m) * Theta2[:, 1:]

    grad = np.concatenate((Theta1_grad.ravel(order='F'), Theta2_grad.ravel(order='F')))
    return J, grad

def predict(Theta1, Theta2, X):
    m = X.shape[0]
    h1 = sigmoid(np.hstack((np.ones((m, 1)), X)).dot(Theta1.T))
    h2 = sigmoid(np.hstack((np.ones((m, 1)), h1)).dot(Theta2.T))
    return np.argmax(h2, axis=1) + 1

# ---------------------------------------------------------------
np.random.seed(4)
input_layer_size = 4
hidden_layer_size = 6
num_labels = 3
X = np.random.randn(90, 4)
y = 1 + (X[:, 0] > 0).astype(int) + (X[:, 1] + X[:, 2] > 0).astype(int)

initial_Theta1 = randInitializeWeights(input_layer_size, hidden_layer_size)
initial_Theta2 = randInitializeWeights(hidden_layer_size, num_labels)
nn_params = np.concatenate((initial_Theta1.ravel(order='F'), initial_Theta2.ravel(order='F')))

lam = 0.5
alpha = 1.0
J_history = []
# fmincg is not in numpy so just gradient descent
for it in range(200):
    J, grad = nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lam)
    nn_params = nn_params - alpha * grad
    J_history.append(J)
    if it % 50 == 0:
        print('Iteration %4d | Cost: %f' % (it, J))

n1 = hidden_layer_size * (input_layer_size + 1)
Theta1 = nn_params[:n1].reshape((hidden_layer_size, input_layer_size + 1), order='F')
Theta2 = nn_params[n1:].reshape((num_labels, hidden_layer_size + 1), order='F')
print('Training Set Accuracy: %f' % (np.mean(predict(Theta1, Theta2, X) == y) * 100))
