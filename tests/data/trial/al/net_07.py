import numpy as np
rng = np.random.RandomState(7)

# ---- data: is the point above the parabola? third input is constant
N = 150
pts = rng.uniform(-1, 1, (N, 2))
data = np.c_[pts, np.ones(N)]
labels = (pts[:, 1] > pts[:, 0]**2 - 0.3) * 1.0

# ---- weights (no bias vectors)
Wa = rng.randn(8, 3) * 0.6
Wb = rng.randn(5, 8) * 0.5
Wc = rng.randn(5) * 0.5
lr = 0.05
EPOCHS = 20
SLOPE = 0.1

def lrelu(z): return np.where(z > 0, z, SLOPE * z)
def lrelu_grad(z): return np.where(z > 0, 1.0, SLOPE)

for epoch in range(EPOCHS):
    total = 0
    correct = 0
    for x, t in zip(data, labels):
        # forward
        za = Wa @ x
        ha = lrelu(za)
        zb = Wb @ ha
        hb = lrelu(zb)
        p = 1 / (1 + np.exp(-(Wc @ hb)))
        total += -(t * np.log(p) + (1 - t) * np.log(1 - p))
        correct += (p > 0.5) == (t == 1)
        # backward
        dout = (p - t) * p * (1 - p)
        db_ = dout * Wc * lrelu_grad(zb)
        da_ = (Wb.T @ db_) * lrelu_grad(za)
        # update
        Wc -= lr * dout * hb
        Wb -= lr * np.outer(db_, ha)
        Wa -= lr * np.outer(da_, x)
    print('epoch', epoch, 'cross entropy', total / N, 'acc', correct / N)
