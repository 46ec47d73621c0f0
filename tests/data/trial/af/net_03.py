# ex4 of the ML class, I am porting my Octave code to numpy.
# Unrolled thetas like in nnCostFunction.m; labels are 1..K
import numpy as np

def sigmoid(z):
    return 1. / (1. + np.exp(-z))

def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1 - g)

def reshapeParams(nn_params, input_layer_size, hidden_layer_size, num_labels):
    cut = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:cut].reshape(hidden_layer_size, input_layer_size + 1)
    Theta2 = nn_params[cut:].reshape(num_labels, hidden_layer_size + 1)
    return Theta1, Theta2

def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lam):
    Theta1, Theta2 = reshapeParams(nn_params, input_layer_size, hidden_layer_size, num_labels)
    m = X.shape[0]
    Y = np.eye(num_labels)[y - 1]

    # Part 1: feedforward
    a1 = np.c_[np.ones(m), X]
    z2 = a1 @ Theta1.T
    a2 = np.c_[np.ones(m), sigmoid(z2)]
    z3 = a2 @ Theta2.T
    h = sigmoid(z3)

    J = np.sum(-Y * np.log(h) - (1 - Y) * np.log(1 - h)) / m
    J = J + lam / (2 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    # Part 2: backprop
    Delta1 = np.zeros(Theta1.shape)
    Delta2 = np.zeros(Theta2.shape)
    for t in range(m):
        d3 = h[t] - Y[t]
        d2 = (Theta2[:, 1:].T @ d3) * sigmoidGradient(z2[t])
        Delta2 += np.outer(d3, a2[t])
        Delta1 += np.outer(d2, a1[t])

    # Part 3: regularization
    Theta1_grad = Delta1 / m + lam / m * Theta1
    Theta2_grad = Delta2 / m + lam / m * Theta2
    grad = np.concatenate([Theta1_grad.ravel(), Theta2_grad.ravel()])
    return J, grad

def randInitializeWeights(L_in, L_out, epsilon_init=0.5):
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init

np.random.seed(0)
n, hid, K, lam, alpha = 4, 6, 3, 1.0, 0.8
y = np.random.randint(1, K + 1, 60)
X = np.random.randn(60, n) + 1.5 * np.eye(K, n)[y - 1]
nn_params = np.concatenate([randInitializeWeights(n, hid).ravel(),
                            randInitializeWeights(hid, K).ravel()])

MaxIter = 300
for it in range(MaxIter):
    J, grad = nnCostFunction(nn_params, n, hid, K, X, y, lam)
    nn_params = nn_params - alpha * grad
    if it % 50 == 0:
        print('Iteration %4d | Cost: %.6e' % (it, J))

Theta1, Theta2 = reshapeParams(nn_params, n, hid, K)
h1 = sigmoid(np.c_[np.ones(60), X] @ Theta1.T)
h2 = sigmoid(np.c_[np.ones(60), h1] @ Theta2.T)
print('Training Set Accuracy:', np.mean(np.argmax(h2, axis=1) + 1 == y) * 100)
