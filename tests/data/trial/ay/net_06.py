# neural network without any libraries
import math
import random

random.seed(7)

def leaky(v):
    return v if v > 0 else 0.1 * v

def dleaky(v):
    return 1.0 if v > 0 else 0.1

def sig(v):
    return 1.0 / (1.0 + math.exp(-v))

N_IN, N_HID = 2, 5
RATE = 0.01
EPOCHS = 60
BATCH = 6

data = []
for _ in range(36):
    a, b = random.uniform(-1, 1), random.uniform(-1, 1)
    data.append(([a, b], 1 if a * b > 0 else 0))

w_h = [[random.uniform(-1, 1) for _ in range(N_IN)] for _ in range(N_HID)]
b_h = [0.0] * N_HID
w_o = [random.uniform(-1, 1) for _ in range(N_HID)]
b_o = 0.0

gw_h = [[0.0] * N_IN for _ in range(N_HID)]
gb_h = [0.0] * N_HID
gw_o = [0.0] * N_HID
gb_o = 0.0

for epoch in range(EPOCHS):
    total = 0.0
    for start in range(0, len(data), BATCH):
        batch = data[start:start + BATCH]

        for x, t in batch:
            # forward
            z = [sum(w_h[i][k] * x[k] for k in range(N_IN)) + b_h[i] for i in range(N_HID)]
            h = [leaky(v) for v in z]
            p = sig(sum(w_o[i] * h[i] for i in range(N_HID)) + b_o)
            total += -math.log(p) if t == 1 else -math.log(1 - p)

            # backward
            d = p - t
            for i in range(N_HID):
                gw_o[i] += d * h[i]
                dh = d * w_o[i] * dleaky(z[i])
                gb_h[i] += dh
                for k in range(N_IN):
                    gw_h[i][k] += dh * x[k]
            gb_o += d

        # update with the mean gradient of the batch
        s = RATE / len(batch)
        for i in range(N_HID):
            w_o[i] -= s * gw_o[i]
            b_h[i] -= s * gb_h[i]
            for k in range(N_IN):
                w_h[i][k] -= s * gw_h[i][k]
        b_o -= s * gb_o

    if epoch % 10 == 0:
        print("epoch", epoch, "mean log loss", round(total / len(data), 5))
