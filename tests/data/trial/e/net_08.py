# nn for the line follower. Prototype of the C code on the PC, so only plain
# lists and loops here (arrays have fixed sizes, no allocation while training).
import math
import random

NUM_IN = 3       # left, middle, right reflectance 0..1
NUM_HID = 5
NUM_OUT = 2      # left motor, right motor 0..1
RATE = 0.5

random.seed(99)

def rnd():
    return random.random() - 0.5

w_hid = [[rnd() for _ in range(NUM_IN)] for _ in range(NUM_HID)]
b_hid = [rnd() for _ in range(NUM_HID)]
w_out = [[rnd() for _ in range(NUM_HID)] for _ in range(NUM_OUT)]
b_out = [rnd() for _ in range(NUM_OUT)]

hid = [0.0] * NUM_HID
out = [0.0] * NUM_OUT
d_hid = [0.0] * NUM_HID
d_out = [0.0] * NUM_OUT

def sigm(v):
    return 1.0 / (1.0 + math.exp(-v))

def nn_run(inp):
    for j in range(NUM_HID):
        acc = b_hid[j]
        for i in range(NUM_IN):
            acc += w_hid[j][i] * inp[i]
        hid[j] = sigm(acc)
    for k in range(NUM_OUT):
        acc = b_out[k]
        for j in range(NUM_HID):
            acc += w_out[k][j] * hid[j]
        out[k] = sigm(acc)

def nn_learn(inp, want):
    """one step on one sample, returns 0.5 * squared error before the step"""
    nn_run(inp)
    err = 0.0
    for k in range(NUM_OUT):
        e = want[k] - out[k]
        err += 0.5 * e * e
        d_out[k] = e * out[k] * (1.0 - out[k])
    for k in range(NUM_OUT):
        for j in range(NUM_HID):
            w_out[k][j] += RATE * d_out[k] * hid[j]
        b_out[k] += RATE * d_out[k]
    for j in range(NUM_HID):
        acc = 0.0
        for k in range(NUM_OUT):
            acc += d_out[k] * w_out[k][j]
        d_hid[j] = acc * hid[j] * (1.0 - hid[j])
    for j in range(NUM_HID):
        for i in range(NUM_IN):
            w_hid[j][i] += RATE * d_hid[j] * inp[i]
        b_hid[j] += RATE * d_hid[j]
    return err

TABLE = [
    # sensors            motors
    ([0.0, 1.0, 0.0], [0.9, 0.9]),
    ([1.0, 0.3, 0.0], [0.2, 0.9]),
    ([0.0, 0.3, 1.0], [0.9, 0.2]),
    ([1.0, 0.0, 0.0], [0.1, 0.8]),
    ([0.0, 0.0, 1.0], [0.8, 0.1]),
    ([0.0, 0.0, 0.0], [0.3, 0.3]),
]

if __name__ == "__main__":
    for cycle in range(1000):
        total = 0.0
        for s, m in TABLE:
            total += nn_learn(s, m)
        if cycle % 200 == 0:
            print("cycle", cycle, "err", total)
    for s, m in TABLE:
        nn_run(s)
        print(s, m, ["%.2f" % v for v in out])
