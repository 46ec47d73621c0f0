import numpy as np
from numpy import exp, where, zeros_like

rs = np.random.RandomState(42)

# --- hyper params ---
LAYERS = (3, 10, 8, 6, 1)
LR, MOM = 0.02, 0.9
N_EPOCHS = 300
BS = 20

# --- data ---
features = rs.uniform(-1.5, 1.5, size=(100, 3))
target = (features[:, 0] * features[:, 1] + 0.5 * features[:, 2])[:, None]


def elu(v):
    return where(v > 0, v, exp(np.minimum(v, 0)) - 1)


def elu_grad(v):
    return where(v > 0, 1.0, exp(np.minimum(v, 0)))


theta = [[rs.randn(i, o) / np.sqrt(i), np.zeros(o)] for i, o in zip(LAYERS, LAYERS[1:])]
vel = [[zeros_like(W), zeros_like(b)] for W, b in theta]


def run(xb):
    pre, post = [], [xb]
    for k, (W, b) in enumerate(theta):
        pre.append(post[-1] @ W + b)
        post.append(pre[-1] if k == len(theta) - 1 else elu(pre[-1]))
    return pre, post


def half_mse(xb, yb):
    return 0.5 * np.mean((run(xb)[1][-1] - yb) ** 2)


def train_step(xb, yb):
    pre, post = run(xb)
    g = (post[-1] - yb) / len(xb)
    grads = [None] * len(theta)
    for k in range(len(theta) - 1, -1, -1):
        if k < len(theta) - 1:
            g = g * elu_grad(pre[k])
        grads[k] = (post[k].T @ g, g.sum(0))
        g = g @ theta[k][0].T
    for k, (gW, gb) in enumerate(grads):
        vel[k][0] = MOM * vel[k][0] - LR * gW
        vel[k][1] = MOM * vel[k][1] - LR * gb
        theta[k][0] = theta[k][0] + vel[k][0]
        theta[k][1] = theta[k][1] + vel[k][1]


if __name__ == "__main__":
    for ep in range(N_EPOCHS):
        order = rs.permutation(len(features))
        for s in range(0, len(order), BS):
            ii = order[s:s + BS]
            train_step(features[ii], target[ii])
        if ep % 50 == 0:
            print(ep, half_mse(features, target))
