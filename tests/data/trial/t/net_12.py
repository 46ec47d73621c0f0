# three weight matrices, no biases; elu, softplus, then a linear unit
import numpy as np
rng = np.random.RandomState(11)

n = 64
x = rng.uniform(-1.5, 1.5, (n, 2))
t = (x[:, :1]**2 - 0.5*x[:, 1:] + 0.05*rng.randn(n, 1))

W1 = rng.randn(2, 9) * 0.6
W2 = rng.randn(9, 6) * 0.4
W3 = rng.randn(6, 1) * 0.4
V1, V2, V3 = np.zeros_like(W1), np.zeros_like(W2), np.zeros_like(W3)

lr, mu = 0.02, 0.8
steps = 400

for step in range(steps):
    # forward pass
    h1 = x @ W1
    z1 = np.where(h1 > 0, h1, np.exp(np.minimum(h1, 0)) - 1)
    h2 = z1 @ W2
    z2 = np.log1p(np.exp(h2))
    out = z2 @ W3
    mse = np.mean((out - t)**2)
    if step % 80 == 0:
        print(f"step {step:4d}  mse {mse:.5f}")

    # backward pass
    g = 2*(out - t)/n
    gW3 = z2.T @ g
    g = (g @ W3.T) / (1 + np.exp(-h2))
    gW2 = z1.T @ g
    g = (g @ W2.T) * np.where(h1 > 0, 1.0, z1 + 1)
    gW1 = x.T @ g

    # momentum
    V1 = mu*V1 + gW1
    V2 = mu*V2 + gW2
    V3 = mu*V3 + gW3
    W1 -= lr*V1
    W2 -= lr*V2
    W3 -= lr*V3

print("final mse", mse)
print("targets / outputs", np.c_[t[:4], out[:4]].round(3).tolist())
