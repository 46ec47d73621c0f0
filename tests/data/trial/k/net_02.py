# bpnet.py -- port of my old bpnet.c (1998) to Python.
# Array conventions are the same as in the C version: the bias weight of each
# neuron sits at index 0, the inputs are at 1..n
import math
import random

NIN = 3
NHID = 5
NOUT = 2
ETA = 0.25
ALPHA = 0.8

x = [0.0] * (NIN + 1)
h = [0.0] * (NHID + 1)
o = [0.0] * (NOUT + 1)
wih = [[0.0] * (NIN + 1) for _ in range(NHID + 1)]
who = [[0.0] * (NHID + 1) for _ in range(NOUT + 1)]
dwih = [[0.0] * (NIN + 1) for _ in range(NHID + 1)]
dwho = [[0.0] * (NHID + 1) for _ in range(NOUT + 1)]
delta_h = [0.0] * (NHID + 1)
delta_o = [0.0] * (NOUT + 1)


def squash(s):
    return 1.0 / (1.0 + math.exp(-s))


def net_init(seed):
    random.seed(seed)
    for j in range(1, NHID + 1):
        for i in range(0, NIN + 1):
            wih[j][i] = 2.0 * (random.random() - 0.5) * 0.7
    for k in range(1, NOUT + 1):
        for j in range(0, NHID + 1):
            who[k][j] = 2.0 * (random.random() - 0.5) * 0.7


def net_forward(inp):
    x[0] = 1.0
    for i in range(1, NIN + 1):
        x[i] = inp[i - 1]
    h[0] = 1.0
    for j in range(1, NHID + 1):
        s = 0.0
        for i in range(0, NIN + 1):
            s += wih[j][i] * x[i]
        h[j] = squash(s)
    for k in range(1, NOUT + 1):
        s = 0.0
        for j in range(0, NHID + 1):
            s += who[k][j] * h[j]
        o[k] = squash(s)


def net_error(target):
    err = 0.0
    for k in range(1, NOUT + 1):
        err += 0.5 * (target[k - 1] - o[k]) * (target[k - 1] - o[k])
    return err


def net_backward(target):
    for k in range(1, NOUT + 1):
        delta_o[k] = (target[k - 1] - o[k]) * o[k] * (1.0 - o[k])
    for j in range(1, NHID + 1):
        s = 0.0
        for k in range(1, NOUT + 1):
            s += delta_o[k] * who[k][j]
        delta_h[j] = s * h[j] * (1.0 - h[j])
    # adjust weights, with momentum
    for k in range(1, NOUT + 1):
        for j in range(0, NHID + 1):
            dwho[k][j] = ETA * delta_o[k] * h[j] + ALPHA * dwho[k][j]
            who[k][j] += dwho[k][j]
    for j in range(1, NHID + 1):
        for i in range(0, NIN + 1):
            dwih[j][i] = ETA * delta_h[j] * x[i] + ALPHA * dwih[j][i]
            wih[j][i] += dwih[j][i]


def main():
    # full adder: a, b, carry-in -> sum, carry-out
    pats = []
    for n in range(8):
        bits = [(n >> 2) & 1, (n >> 1) & 1, n & 1]
        t = sum(bits)
        pats.append(([float(b) for b in bits], [float(t & 1), float(t >> 1)]))
    net_init(11)
    for epoch in range(1500):
        err = 0.0
        random.shuffle(pats)
        for inp, tgt in pats:
            net_forward(inp)
            err += net_error(tgt)
            net_backward(tgt)
        if epoch % 250 == 0:
            print("epoch %5d  error %f" % (epoch, err))
        if err < 0.005:
            break
    for inp, tgt in sorted(pats):
        net_forward(inp)
        print(inp, tgt, ["%.3f" % v for v in o[1:]])


if __name__ == "__main__":
    main()
