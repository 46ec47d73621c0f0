# Fit of a decay curve with known measurement errors (chi-square per point)
import numpy as np

rng = np.random.default_rng(1905)

# measurements: time, detector distance -> count rate (normalised), one sigma each
n = 60
t = rng.uniform(0, 3, n)
d = rng.uniform(0.5, 1.5, n)
true = np.exp(-t) / d ** 2 + 0.2 * np.exp(-t / 5)
sigma = 0.3 + 0.5 * np.sqrt(true)
rate = true + 0.2 * sigma * rng.standard_normal(n)
inputs = np.stack([t - 1.5, d - 1.0])        # 2 x n

nh = 11
q = rng.standard_normal(4 * nh + 1) * 0.5    # [V (nh x 2) | b (nh) | w (nh) | c]
dq = np.zeros_like(q)

rate_of_learning = 0.03
momentum = 0.8
log = []

for it in range(400):
    V = q[:2 * nh].reshape(nh, 2)
    b = q[2 * nh:3 * nh]
    w = q[3 * nh:4 * nh]
    c = q[-1]

    h = np.tanh(V @ inputs + b[:, None])
    model = w @ h + c
    pull = (model - rate) / sigma
    chi2 = 0.5 * np.mean(pull ** 2)
    log.append(chi2)

    e = pull / n
    back = np.outer(w, e) * (1 - h * h)
    g = np.empty_like(q)
    g[:2 * nh] = (back @ inputs.T).ravel()
    g[2 * nh:3 * nh] = back.sum(axis=1)
    g[3 * nh:4 * nh] = h @ e
    g[-1] = e.sum()

    dq = momentum * dq - rate_of_learning * g
    q = q + dq

    if it % 80 == 0:
        print(f"it {it:4d}  chi2/2n = {chi2:.5f}")

print("last", log[-1])
