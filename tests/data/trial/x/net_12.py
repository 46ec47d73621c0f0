"""Mini-batches without matrices: nested lists, two for loops and a bit of patience.

The network: 2 inputs -> 4 SiLU units -> 1 linear output.
For every batch we add up the gradients of 1/2 (o - t)^2 sample by sample,
then move against their average.
"""
import math
import random

random.seed(5)

N_IN, N_HID = 2, 4
w_ih = [[random.gauss(0, 0.8) for _ in range(N_IN)] for _ in range(N_HID)]
b_h = [0.0] * N_HID
w_ho = [random.gauss(0, 0.8) for _ in range(N_HID)]
b_o = 0.0

points = []
for _ in range(40):
    p, q = random.uniform(-1, 1), random.uniform(-1, 1)
    points.append(([p, q], p * p - 0.5 * q))

LEARNING_RATE = 0.1
BATCH = 8
EPOCHS = 60


def sig(v):
    return 1.0 / (1.0 + math.exp(-v))


def run(x):
    pre = [sum(w * xi for w, xi in zip(w_ih[j], x)) + b_h[j] for j in range(N_HID)]
    hid = [v * sig(v) for v in pre]
    out = sum(w * h for w, h in zip(w_ho, hid)) + b_o
    return pre, hid, out


def average_loss(data):
    return sum(0.5 * (run(x)[2] - t) ** 2 for x, t in data) / len(data)


for epoch in range(EPOCHS):
    random.shuffle(points)

    g_ih = [[0.0] * N_IN for _ in range(N_HID)]
    g_bh = [0.0] * N_HID
    g_ho = [0.0] * N_HID
    g_bo = 0.0

    for start in range(0, len(points), BATCH):
        batch = points[start:start + BATCH]

        for x, t in batch:
            pre, hid, out = run(x)
            err = out - t
            g_bo += err
            for j in range(N_HID):
                g_ho[j] += err * hid[j]
                s = sig(pre[j])
                d = err * w_ho[j] * (s + pre[j] * s * (1.0 - s))
                g_bh[j] += d
                for i in range(N_IN):
                    g_ih[j][i] += d * x[i]

        step = LEARNING_RATE / len(batch)
        b_o -= step * g_bo
        for j in range(N_HID):
            w_ho[j] -= step * g_ho[j]
            b_h[j] -= step * g_bh[j]
            for i in range(N_IN):
                w_ih[j][i] -= step * g_ih[j][i]

    if epoch % 10 == 0:
        print("epoch %3d   average loss %.5f" % (epoch, average_loss(points)))

print("final", average_loss(points))
