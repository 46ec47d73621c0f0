# ex4 (machine learning, Stanford/Coursera) redone in numpy
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1 - g)


def randInitializeWeights(L_in, L_out, epsilon_init=0.5):
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def reshapeParams(nn_params, input_layer_size, hidden_layer_size, num_labels):
    cut = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:cut].reshape(hidden_layer_size, input_layer_size + 1)
    Theta2 = nn_params[cut:].reshape(num_labels, hidden_layer_size + 1)
    return Theta1, Theta2


def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lmbda):
    """Returns J, grad.  The bias terms are not regularized."""
    Theta1, Theta2 = reshapeParams(nn_params, input_layer_size, hidden_layer_size, num_labels)
    m = X.shape[0]
    Y = np.eye(num_labels)[y]

    # part 1: feedforward
    a1 = np.hstack([np.ones((m, 1)), X])
    z2 = a1 @ Theta1.T
    a2 = np.hstack([np.ones((m, 1)), sigmoid(z2)])
    z3 = a2 @ Theta2.T
    h = sigmoid(z3)

    J = np.sum(-Y * np.log(h) - (1 - Y) * np.log(1 - h)) / m
    J += lmbda / (2 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    # part 2: backpropagation
    d3 = h - Y
    d2 = (d3 @ Theta2[:, 1:]) * sigmoidGradient(a2[:, 1:])
    Theta1_grad = d2.T @ a1 / m
    Theta2_grad = d3.T @ a2 / m

    # part 3: regularization
    Theta1_grad += lmbda / m * Theta1
    Theta2_grad[:, 1:] += lmbda / m * Theta2[:, 1:]

    grad = np.concatenate([Theta1_grad.ravel(), Theta2_grad.ravel()])
    return J, grad


def predict(Theta1, Theta2, X):
    m = X.shape[0]
    h1 = sigmoid(np.hstack([np.ones((m, 1)), X]) @ Theta1.T)
    h2 = sigmoid(np.hstack([np.ones((m, 1)), h1]) @ Theta2.T)
    return np.argmax(h2, axis=1)


def gradientDescent(nn_params, sizes, X, y, lmbda, alpha, num_iters):
    J_history = []
    for i in range(num_iters):
        J, grad = nnCostFunction(nn_params, *sizes, X, y, lmbda)
        nn_params = nn_params - alpha * grad
        J_history.append(J)
    return nn_params, J_history


def main():
    np.random.seed(4)
    sizes = (5, 7, 3)
    y = np.arange(120) % 3
    X = np.random.randn(3, 5)[y] * 1.5 + np.random.randn(120, 5)
    initial = np.concatenate([randInitializeWeights(5, 7).ravel(),
                              randInitializeWeights(7, 3).ravel()])
    nn_params, J_history = gradientDescent(initial, sizes, X, y, 1.0, 0.8, 300)
    for i in range(0, 300, 60):
        print('iter', i, 'J =', J_history[i])
    Theta1, Theta2 = reshapeParams(nn_params, *sizes)
    print('Training set accuracy:', np.mean(predict(Theta1, Theta2, X) == y) * 100)


if __name__ == '__main__':
    main()
