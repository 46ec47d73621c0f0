import numpy as np
np.random.seed(5)

# data: 3 blobs
N = 90
centers = np.array([[0, 2], [2, -1], [-2, -1]])
cls = np.arange(N) % 3
inputs = centers[cls] + np.random.randn(N, 2) * 0.9
targets = np.eye(3)[cls]

n_epochs = 400
lrate = 0.5

def elu(x):
    return np.where(x > 0, x, np.exp(np.minimum(x, 0)) - 1)

def d_elu(x):
    return np.where(x > 0, 1, np.exp(np.minimum(x, 0)))

def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)

def d_softmax(x):
    s = softmax(x)
    return s * (1 - s)

hidden_weights = np.random.randn(2, 7) * 0.5
hidden_bias = np.zeros((1, 7))
output_weights = np.random.randn(7, 3) * 0.5
output_bias = np.zeros((1, 3))

history = []
for epoch in range(n_epochs):
    # forward
    hidden_in = np.dot(inputs, hidden_weights) + hidden_bias
    hidden_out = elu(hidden_in)
    output_in = np.dot(hidden_out, output_weights) + output_bias
    predicted = softmax(output_in)

    # Brier score
    loss = np.sum((predicted - targets) ** 2) / N
    history.append(loss)

    # backward
    d_predicted = 2 * (predicted - targets) / N
    d_output_in = d_predicted * d_softmax(output_in)
    d_hidden_in = np.dot(d_output_in, output_weights.T) * d_elu(hidden_in)

    # updates
    output_weights -= lrate * np.dot(hidden_out.T, d_output_in)
    output_bias -= lrate * np.sum(d_output_in, axis=0, keepdims=True)
    hidden_weights -= lrate * np.dot(inputs.T, d_hidden_in)
    hidden_bias -= lrate * np.sum(d_hidden_in, axis=0, keepdims=True)

    if epoch % 100 == 0:
        print('epoch', epoch, 'loss', loss)

print('final loss', history[-1])
print('accuracy', np.mean(np.argmax(predicted, 1) == cls))
