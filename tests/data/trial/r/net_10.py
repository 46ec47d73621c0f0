# ex2: regularized logistic regression (my python port of the octave homework)
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def mapFeature(x1, x2, degree=3):
    # first column is the intercept
    cols = []
    for i in range(degree + 1):
        for j in range(i + 1):
            cols.append((x1 ** (i - j)) * (x2 ** j))
    return np.stack(cols, axis=1)


def costFunctionReg(theta, X, y, lambda_):
    m = len(y)
    h = sigmoid(X @ theta)
    J = (-y @ np.log(h) - (1 - y) @ np.log(1 - h)) / m
    J += lambda_ / (2 * m) * np.sum(theta[1:] ** 2)   # theta[0] is not regularized

    grad = X.T @ (h - y) / m
    grad[1:] = grad[1:] + lambda_ / m * theta[1:]
    return J, grad


def gradientDescent(X, y, theta, alpha, lambda_, num_iters):
    J_history = []
    for it in range(num_iters):
        J, grad = costFunctionReg(theta, X, y, lambda_)
        theta = theta - alpha * grad
        J_history.append(J)
    return theta, J_history


def predict(theta, X):
    return (sigmoid(X @ theta) >= 0.5).astype(int)


if __name__ == "__main__":
    rng = np.random.RandomState(2)
    pts = rng.uniform(-1, 1.2, (118, 2))
    y = ((pts ** 2).sum(axis=1) < 0.6).astype(float)
    flip = rng.rand(118) < 0.08
    y[flip] = 1 - y[flip]

    X = mapFeature(pts[:, 0], pts[:, 1])
    theta0 = np.zeros(X.shape[1])
    J, _ = costFunctionReg(theta0, X, y, 1.0)
    print("Cost at initial theta (zeros): %.3f" % J)

    theta, hist = gradientDescent(X, y, theta0, 1.0, 1.0, 400)
    print("Cost after training: %.3f" % hist[-1])
    print("Train Accuracy: %.1f" % (np.mean(predict(theta, X) == y) * 100))
