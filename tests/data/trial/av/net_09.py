#!/usr/bin/env python
# deep tanh net, regression on a toy function
import numpy as np

np.random.seed(42)

LR = 0.02
EPOCHS = 300
LAYERS = [1, 8, 8, 8, 8, 1]

xs = np.linspace(-3, 3, 50).reshape(-1, 1)
ys = np.sin(xs) * 0.8

Ws = []
Bs = []
for i in range(len(LAYERS) - 1):
    Ws.append(np.random.randn(LAYERS[i], LAYERS[i + 1]) / np.sqrt(LAYERS[i]))
    Bs.append(np.zeros((1, LAYERS[i + 1])))


def run(x):
    acts = [x]
    for i in range(len(Ws)):
        z = acts[-1] @ Ws[i] + Bs[i]
        if i < len(Ws) - 1:
            acts.append(np.tanh(z))
        else:
            acts.append(z)  # linear output
    return acts


def cost(pred, t):
    return np.sum((pred - t) ** 2) / (2 * len(t))


def learn(x, t):
    acts = run(x)
    c = cost(acts[-1], t)
    delta = (acts[-1] - t) / len(t)
    for i in reversed(range(len(Ws))):
        gW = acts[i].T @ delta
        gB = delta.sum(axis=0, keepdims=True)
        Ws[i] -= LR * gW
        Bs[i] -= LR * gB
        if i > 0:
            delta = (delta @ Ws[i].T) * (1 - acts[i] ** 2)
    return c


for ep in range(EPOCHS):
    c = learn(xs, ys)
    if ep % 50 == 0:
        print("epoch", ep, "cost", round(float(c), 5))

print("final cost", cost(run(xs)[-1], ys))
