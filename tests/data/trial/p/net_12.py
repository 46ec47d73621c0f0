from numpy import *
# ex4 from the ML class, translated from my Octave files
# (here with the squared error cost, J = 1/(2m) * sum((h-y)^2) + lambda/(2m) * sum(Theta^2))

def sigmoid(z):
    return 1. / (1. + exp(-z))

def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1 - g)

def randInitializeWeights(L_in, L_out):
    epsilon_init = 0.9
    return random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init

def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lam):
    n1 = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:n1].reshape(hidden_layer_size, input_layer_size + 1)
    Theta2 = nn_params[n1:].reshape(num_labels, hidden_layer_size + 1)
    m = X.shape[0]
    Y = zeros((m, num_labels))
    for i in range(m):
        Y[i, y[i] - 1] = 1        # labels go from 1 to K

    # Part 1: cost
    a1 = hstack((ones((m, 1)), X))
    z2 = dot(a1, Theta1.T)
    a2 = hstack((ones((m, 1)), sigmoid(z2)))
    z3 = dot(a2, Theta2.T)
    h = sigmoid(z3)
    J = sum((h - Y) ** 2) / (2. * m)
    J = J + lam / (2. * m) * (sum(Theta1[:, 1:] ** 2) + sum(Theta2[:, 1:] ** 2))

    # Part 2: backpropagation
    Theta1_grad = zeros(Theta1.shape)
    Theta2_grad = zeros(Theta2.shape)
    for i in range(m):
        delta3 = h[i] - Y[i]
        delta2 = dot(Theta2.T, delta3)[1:] * sigmoidGradient(z2[i])
        Theta2_grad += outer(delta3, a2[i])
        Theta1_grad += outer(delta2, a1[i])
    Theta1_grad /= m
    Theta2_grad /= m

    # Part 3: regularization
    Theta1_grad[:, 1:] += lam / m * Theta1[:, 1:]
    Theta2_grad[:, 1:] += lam / m * Theta2[:, 1:]

    return J, concatenate((Theta1_grad.ravel(), Theta2_grad.ravel()))

def predict(p, n, s, k, X):
    n1 = s * (n + 1)
    h1 = sigmoid(dot(hstack((ones((len(X), 1)), X)), p[:n1].reshape(s, n + 1).T))
    h2 = sigmoid(dot(hstack((ones((len(X), 1)), h1)), p[n1:].reshape(k, s + 1).T))
    return argmax(h2, axis=1) + 1

if __name__ == '__main__':
    random.seed(2)
    X = random.randn(60, 4)
    y = 1 + (X[:, 0] > 0.3).astype(int) + (X[:, 1] + X[:, 0] > 0.5).astype(int)
    params = concatenate((randInitializeWeights(4, 6).ravel(), randInitializeWeights(6, 3).ravel()))
    alpha = 0.5
    for it in range(400):
        J, grad = nnCostFunction(params, 4, 6, 3, X, y, 0.1)
        params = params - alpha * grad
        if it % 80 == 0:
            print('Iteration %d | Cost: %f' % (it, J))
    print('Training Set Accuracy: %.1f' % (mean(predict(params, 4, 6, 3, X) == y) * 100))
