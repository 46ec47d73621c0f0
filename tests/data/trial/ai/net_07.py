import numpy as np

# logistic regression, labels -1 / +1, heavy ball
np.random.seed(11)
N, D = 200, 5
true_w = np.array([1.5, -2.0, 0.7, 0.0, 0.3])
data = np.random.randn(N, D)
labels = np.sign(data @ true_w + 0.4 + 0.5 * np.random.randn(N))

w = 0.1 * np.random.randn(D)
c = 0.0
vel_w = np.zeros(D)
vel_c = 0.0

lr = 0.1
mom = 0.8
decay = 0.01
bs = 32


def objective(w, c, xb, yb):
    # mean logistic loss + ridge on w (the intercept is free)
    margin = yb * (xb @ w + c)
    return np.logaddexp(0, -margin).mean() + 0.5 * decay * (w @ w)


def grad(w, c, xb, yb):
    margin = yb * (xb @ w + c)
    coef = -yb / (1.0 + np.exp(margin))
    gw = xb.T @ coef / len(yb) + decay * w
    gc = coef.mean()
    return gw, gc


for ep in range(20):
    p = np.random.permutation(N)
    data, labels = data[p], labels[p]
    for s in range(0, N, bs):
        xb = data[s:s + bs]
        yb = labels[s:s + bs]
        gw, gc = grad(w, c, xb, yb)
        vel_w = mom * vel_w + gw
        vel_c = mom * vel_c + gc
        w = w - lr * vel_w
        c = c - lr * vel_c
    if ep % 5 == 0:
        print("epoch", ep, "objective", objective(w, c, data, labels))

acc = np.mean(np.sign(data @ w + c) == labels)
print("w =", w.round(2), "c =", round(c, 2), "acc =", acc)
