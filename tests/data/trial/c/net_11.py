# Momentum demo: learning a damped oscillation
import numpy as np

rng = np.random.default_rng(100)
t = np.linspace(0, 3, 50)[:, None]
signal = np.exp(-t) * np.cos(4 * t)

H = 10
lr, mu = 0.02, 0.9
num_epochs = 3000

W1 = rng.normal(0, 1.0, (1, H)); b1 = rng.normal(0, 0.5, H)
W2 = rng.normal(0, 0.4, (H, H)); b2 = rng.normal(0, 0.5, H)
W3 = rng.normal(0, 0.4, (H, 1)); b3 = np.zeros(1)

vW1 = np.zeros_like(W1); vb1 = np.zeros_like(b1)
vW2 = np.zeros_like(W2); vb2 = np.zeros_like(b2)
vW3 = np.zeros_like(W3); vb3 = np.zeros_like(b3)

losses = []
for epoch in range(num_epochs):
    # forward pass
    h1 = np.tanh(t @ W1 + b1)
    h2 = np.tanh(h1 @ W2 + b2)
    pred = h2 @ W3 + b3
    diff = pred - signal
    losses.append((diff ** 2).mean())

    # backward pass
    dpred = 2 * diff / diff.size
    dW3 = h2.T @ dpred
    db3 = dpred.sum(0)
    dh2 = (dpred @ W3.T) * (1 - h2 * h2)
    dW2 = h1.T @ dh2
    db2 = dh2.sum(0)
    dh1 = (dh2 @ W2.T) * (1 - h1 * h1)
    dW1 = t.T @ dh1
    db1 = dh1.sum(0)

    # velocities
    vW3 = mu * vW3 - lr * dW3
    vb3 = mu * vb3 - lr * db3
    vW2 = mu * vW2 - lr * dW2
    vb2 = mu * vb2 - lr * db1
    vW1 = mu * vW1 - lr * dW1
    vb1 = mu * vb1 - lr * db1

    W3 += vW3; b3 += vb3
    W2 += vW2; b2 += vb2
    W1 += vW1; b1 += vb1

    if epoch % 500 == 0:
        print(f"epoch {epoch}: loss {losses[-1]:.6f}")
