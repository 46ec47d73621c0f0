"""Calibrate the cheap pressure sensor against the reference gauge.

columns: raw adc counts, board temperature (C)  ->  pressure (kPa)
"""
import numpy as np

np.random.seed(11)

# --- fake log file until the bench is free again ---
adc = np.random.uniform(300, 3800, 160)
temp = np.random.uniform(-10, 60, 160)
kpa = 20 + 0.05 * adc * (1 - 0.002 * (temp - 25)) + 4 * np.sin(adc / 600.0)
kpa = kpa + np.random.normal(0, 0.3, 160)

IN_MEAN = np.array([adc.mean(), temp.mean()])
IN_STD = np.array([adc.std(), temp.std()])
X = (np.column_stack([adc, temp]) - IN_MEAN) / IN_STD
Y = ((kpa - kpa.mean()) / kpa.std()).reshape(-1, 1)
N = len(X)

HIDDEN = 10
LR = 0.1
EPOCHS = 2000

W1 = np.random.randn(2, HIDDEN) * 0.5
b1 = np.zeros(HIDDEN)
W2 = np.random.randn(HIDDEN, 1) * 0.5
b2 = np.zeros(1)

for epoch in range(EPOCHS):
    # forward
    H = np.tanh(X @ W1 + b1)
    P = H @ W2 + b2
    err = P - Y
    mse = np.mean(err ** 2)

    # output layer
    d_out = 2.0 * err / N
    W2 -= LR * (H.T @ d_out)
    b2 -= LR * d_out.sum(axis=0)

    # hidden layer
    d_hid = (d_out @ W2.T) * (1.0 - H ** 2)
    W1 -= LR * (X.T @ d_hid)
    b1 -= LR * d_hid.sum(axis=0)

    if epoch % 400 == 0:
        print("epoch %5d   mse %.5f   rms %.2f kPa" % (epoch, mse, np.sqrt(mse) * kpa.std()))


def to_kpa(counts, celsius):
    x = (np.array([counts, celsius]) - IN_MEAN) / IN_STD
    y = np.tanh(x @ W1 + b1) @ W2 + b2
    return float(y[0] * kpa.std() + kpa.mean())


print("1000 counts @ 20C ->", round(to_kpa(1000, 20), 2))
print("3000 counts @ 45C ->", round(to_kpa(3000, 45), 2))
