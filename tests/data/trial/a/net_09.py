# XOR with 2-2-1 neurons, every weight by hand so that I understand it.
# error of a sample: (out - target)**2
import math
import random

random.seed(4)
lr = 0.1

w11, w12 = random.uniform(-1, 1), random.uniform(-1, 1)   # x1 -> h1, x2 -> h1
w21, w22 = random.uniform(-1, 1), random.uniform(-1, 1)   # x1 -> h2, x2 -> h2
bh1, bh2 = random.uniform(-1, 1), random.uniform(-1, 1)
v1, v2 = random.uniform(-1, 1), random.uniform(-1, 1)     # h1 -> out, h2 -> out
bo = random.uniform(-1, 1)

data = [((0, 0), -1), ((0, 1), 1), ((1, 0), 1), ((1, 1), -1)]


def think(x1, x2):
    h1 = math.tanh(w11 * x1 + w12 * x2 + bh1)
    h2 = math.tanh(w21 * x1 + w22 * x2 + bh2)
    return h1, h2, math.tanh(v1 * h1 + v2 * h2 + bo)


for step in range(8000):
    (x1, x2), target = random.choice(data)
    h1, h2, out = think(x1, x2)

    d_out = 2 * (out - target) * (1 - out * out)
    d_h1 = d_out * v1 * (1 - h1 * h1)
    d_h2 = d_out * v2 * (1 - h2 * h2)

    v1 -= lr * d_out * h1
    v2 -= lr * d_out * h2
    bo -= lr * d_out

    w11 -= lr * d_h1 * x1
    w12 -= lr * d_h1 * x2
    bh1 -= lr * d_h1
    w21 -= lr * d_h2 * x1
    w22 -= lr * d_h2 * x2
    bh2 -= lr * d_h2

    if step % 2000 == 0:
        print(step, sum((think(*x)[2] - t) ** 2 for x, t in data))

for x, t in data:
    print(x, t, round(think(*x)[2], 3))
