import numpy as np

# planar data classification w/ one hidden layer

def layer_sizes(X, Y, n_h):
    return X.shape[0], n_h, Y.shape[0]

def init(n_x, n_h, n_y):
    np.random.seed(2)
    W1 = np.random.randn(n_h, n_x) * 0.5
    b1 = np.zeros((n_h, 1))
    W2 = np.random.randn(n_y, n_h) * 0.5
    b2 = np.zeros((n_y, 1))
    return W1, b1, W2, b2

def forward(X, W1, b1, W2, b2):
    Z1 = W1.dot(X) + b1
    A1 = np.tanh(Z1)
    Z2 = W2.dot(A1) + b2
    A2 = 1/(1+np.exp(-Z2))
    return A1, A2

def cost(A2, Y):
    m = Y.shape[1]
    logprobs = Y*np.log(A2) + (1-Y)*np.log(1-A2)
    return -np.sum(logprobs)/m

def backward(X, Y, A1, A2, W2):
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2.dot(A1.T)/m
    db2 = np.sum(dZ2, axis=1, keepdims=True)/m
    dZ1 = W2.T.dot(dZ2) * (1 - A1**2)
    dW1 = dZ1.dot(X.T)/m
    db1 = np.sum(dZ1, keepdims=True)/m
    return dW1, db1, dW2, db2

def nn_model(X, Y, n_h=4, iters=1000, lr=1.0):
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    W1, b1, W2, b2 = init(n_x, n_h, n_y)
    for i in range(iters):
        A1, A2 = forward(X, W1, b1, W2, b2)
        dW1, db1, dW2, db2 = backward(X, Y, A1, A2, W2)
        W1 = W1 - lr*dW1
        b1 = b1 - lr*db1
        W2 = W2 - lr*dW2
        b2 = b2 - lr*db2
        if i % 200 == 0:
            print("iter", i, "cost", cost(A2, Y))
    return W1, b1, W2, b2

def predict(X, params):
    return (forward(X, *params)[1] > 0.5).astype(int)

if __name__ == "__main__":
    np.random.seed(1)
    X = np.random.randn(2, 150)
    Y = ((X[0] - 0.5*X[1]**2) > -0.3).astype(int).reshape(1, -1)
    params = nn_model(X, Y)
    print("acc: %.1f%%" % (100*np.mean(predict(X, params) == Y)))
