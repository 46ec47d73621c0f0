# Neural network from scratch - binary classification
# only numpy !!
import numpy as np

np.random.seed(1)

# ---- make 2 circles ----
N = 120
r = np.concatenate([np.random.normal(0.5, 0.1, N // 2), np.random.normal(1.3, 0.15, N // 2)])
t = np.random.uniform(0, 2 * np.pi, N)
x_train = np.stack([r * np.cos(t), r * np.sin(t)], axis=1)
y_train = np.concatenate([np.zeros(N // 2), np.ones(N // 2)]).reshape(-1, 1)

# ---- hyperparams ----
input_size = 2
hidden_size = 10
output_size = 1
learning_rate = 0.5
epochs = 600

# ---- weights ----
wh = np.random.randn(input_size, hidden_size) * 0.5
bh = np.zeros((1, hidden_size))
wout = np.random.randn(hidden_size, output_size) * 0.5
bout = np.zeros((1, output_size))


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def sigmoid_derivative(s):
    return s * (1 - s)


def relu(x):
    return np.maximum(0, x)


def relu_derivative(x):
    return (x > 0).astype(float)


def binary_cross_entropy(y, y_hat):
    return -np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))


losses = []
for epoch in range(epochs):
    # forward
    hidden_input = np.dot(x_train, wh) + bh
    hidden_output = relu(hidden_input)
    final_input = np.dot(hidden_output, wout) + bout
    prediction = sigmoid(final_input)

    loss = binary_cross_entropy(y_train, prediction)
    losses.append(loss)

    # backward
    error = (prediction - y_train) / N
    d_output = error * sigmoid_derivative(prediction)
    d_wout = np.dot(hidden_output.T, d_output)
    d_bout = np.sum(d_output, axis=0, keepdims=True)

    d_hidden = np.dot(d_output, wout.T) * relu_derivative(hidden_input)
    d_wh = np.dot(x_train.T, d_hidden)
    d_bh = np.sum(d_hidden, axis=0, keepdims=True)

    # update
    wout -= learning_rate * d_wout
    bout -= learning_rate * d_bout
    wh -= learning_rate * d_wh
    bh -= learning_rate * d_bh

    if epoch % 100 == 0:
        acc = np.mean((prediction > 0.5) == y_train)
        print("epoch", epoch, "loss: %.4f" % loss, "acc: %.3f" % acc)

print("Final loss:", losses[-1])
