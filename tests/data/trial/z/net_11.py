# battery: fit voltage from (state of charge, current, temperature)
# plain minibatch SGD, loss of a batch = (1/B) * sum of 0.5*(v_hat - v)^2
import numpy as np

rng = np.random.RandomState(7)
N, B, HID = 96, 12, 6
EPOCHS = 60
lr = 0.1

soc = rng.rand(N)
cur = rng.uniform(-1, 1, N)
tmp = rng.uniform(-1, 1, N)
inputs = np.stack([soc, cur, tmp], axis=1)
volts = 3.2 + 0.8 * soc - 0.15 * cur + 0.05 * tmp * cur
targets = volts - volts.mean()

w_in = rng.randn(HID, 3) * 0.6
b_in = rng.randn(HID) * 0.1
w_out = rng.randn(HID) * 0.6
b_out = 0.0


def squash(a):
    return 1.0 / (1.0 + np.exp(-a))


g_w_in = np.zeros_like(w_in)
g_b_in = np.zeros_like(b_in)
g_w_out = np.zeros_like(w_out)
g_b_out = 0.0

for epoch in range(EPOCHS):
    epoch_loss = 0.0
    for start in range(0, N, B):
        for n in range(start, start + B):
            x = inputs[n]
            h = squash(w_in.dot(x) + b_in)
            v_hat = w_out.dot(h) + b_out
            diff = v_hat - targets[n]
            epoch_loss += 0.5 * diff ** 2

            g_w_out += diff * h
            g_b_out += diff
            dh = diff * w_out * h * (1.0 - h)
            g_w_in += np.outer(dh, x)
            g_b_in += dh

        w_in -= lr * g_w_in / B
        b_in -= lr * g_b_in / B
        w_out -= lr * g_w_out / B
        b_out -= lr * g_b_out / B

    if epoch % 20 == 0:
        print("epoch %d loss %.6f" % (epoch, epoch_loss / N))
