# softmax regression, everything in a flat theta vector (like the ufldl exercises)
import numpy as np


def add_intercept(data):
    return np.vstack([data, np.ones((1, data.shape[1]))])


def softmax_cost(theta, num_classes, input_size, lam, data, labels):
    """
    theta       flat vector, num_classes * (input_size + 1)
    data        (input_size + 1) x M, last row ones
    labels      M integers
    returns cost, grad (flat)
    The last column of theta is the intercept, it is not penalised.
    """
    M = data.shape[1]
    theta = theta.reshape(num_classes, input_size + 1)

    ground_truth = np.zeros((num_classes, M))
    ground_truth[labels, np.arange(M)] = 1

    td = theta.dot(data)
    td = td - td.max(axis=0)
    log_p = td - np.log(np.exp(td).sum(axis=0))

    cost = -(ground_truth * log_p).sum() / M \
        + 0.5 * lam * (theta[:, :-1] ** 2).sum()

    thetagrad = (np.exp(log_p) - ground_truth).dot(data.T) / M
    thetagrad[:, :-1] += lam * theta[:, :-1]
    return cost, thetagrad.ravel()


def softmax_predict(theta, num_classes, input_size, data):
    return theta.reshape(num_classes, input_size + 1).dot(data).argmax(axis=0)


def sgd(fun, theta, data, labels, alpha=0.3, epochs=30, minibatch=20, seed=0):
    rs = np.random.RandomState(seed)
    m = len(labels)
    for e in range(epochs):
        rp = rs.permutation(m)
        for s in range(0, m, minibatch):
            idx = rp[s:s + minibatch]
            cost, grad = fun(theta, data[:, idx], labels[idx])
            theta = theta - alpha * grad
        if e % 10 == 0:
            print('Epoch %d: cost on last minibatch is %g' % (e, cost))
    return theta


if __name__ == '__main__':
    rs = np.random.RandomState(123)
    num_classes, input_size, lam = 4, 5, 1e-3
    true = rs.randn(num_classes, input_size + 1) * 2
    data = add_intercept(rs.randn(input_size, 310))
    labels = true.dot(data).argmax(axis=0)
    theta0 = 0.005 * rs.randn(num_classes * (input_size + 1))
    fun = lambda t, d, l: softmax_cost(t, num_classes, input_size, lam, d, l)
    theta = sgd(fun, theta0, data, labels)
    acc = (softmax_predict(theta, num_classes, input_size, data) == labels).mean()
    print('Accuracy: %0.1f%%' % (acc * 100))
