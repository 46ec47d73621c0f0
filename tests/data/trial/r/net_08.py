# HW3 Q2: fit a noisy sine with one hidden layer
import numpy as np

rs = np.random.RandomState(123)
n_samples = 64
n_hidden = 10
lr = 0.05
n_epochs = 2000

x = np.linspace(-3, 3, n_samples).reshape(-1, 1)
t = np.sin(x) + 0.1 * rs.randn(n_samples, 1)

# put the bias inside the weights: last column of the input is 1
ones = np.ones((n_samples, 1))
x_aug = np.hstack([x, ones])

w_in = rs.uniform(-1, 1, (2, n_hidden))
w_out = rs.uniform(-1, 1, (n_hidden + 1, 1))

history = []
for epoch in range(n_epochs):
    # forward
    hid = np.tanh(x_aug @ w_in)
    hid_aug = np.hstack([hid, ones])
    pred = hid_aug @ w_out

    # mean squared error
    err = pred - t
    mse = np.mean(err ** 2)
    history.append(mse)

    # backward, output layer
    g_pred = 2.0 * err / n_samples
    g_out = hid_aug.T @ g_pred
    w_out = w_out - lr * g_out

    # backward, hidden layer (drop the bias row)
    g_hid = g_pred @ w_out[:-1].T
    g_net = g_hid * (1 - hid ** 2)
    g_in = x_aug.T @ g_net
    w_in = w_in - lr * g_in

    if epoch % 400 == 0:
        print("epoch", epoch, "MSE", round(mse, 5))

print("final MSE:", history[-1])
for xi, ti, pi in list(zip(x[:, 0], t[:, 0], pred[:, 0]))[::16]:
    print("x=%.2f target=%.2f pred=%.2f" % (xi, ti, pi))
