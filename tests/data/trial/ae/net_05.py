# bpnet.c translated to python (no numpy on the instrument PC)
#
# weights are kept in one flat array per layer, row = receiving unit,
# last entry of every row = threshold weight (input fixed at 1.0)
# Error reported: E = 1/2 * sum (t - o)^2 over the outputs, per pattern

import math
import random

NIN = 3
NHID = 4
NOUT = 2
ETA = 0.4

w_hid = [0.0] * (NHID * (NIN + 1))
w_out = [0.0] * (NOUT * (NHID + 1))
hid = [0.0] * NHID
out = [0.0] * NOUT


def squash(x):
    return 1.0 / (1.0 + math.exp(-x))


def init(seed):
    rnd = random.Random(seed)
    for i in range(len(w_hid)):
        w_hid[i] = rnd.uniform(-1.0, 1.0)
    for i in range(len(w_out)):
        w_out[i] = rnd.uniform(-1.0, 1.0)


def propagate(inp):
    for j in range(NHID):
        base = j * (NIN + 1)
        s = w_hid[base + NIN]
        for i in range(NIN):
            s += w_hid[base + i] * inp[i]
        hid[j] = squash(s)
    for k in range(NOUT):
        base = k * (NHID + 1)
        s = w_out[base + NHID]
        for j in range(NHID):
            s += w_out[base + j] * hid[j]
        out[k] = squash(s)


def error(tgt):
    e = 0.0
    for k in range(NOUT):
        e += 0.5 * (tgt[k] - out[k]) ** 2
    return e


def learn(inp, tgt):
    propagate(inp)
    e = error(tgt)
    d_out = [0.0] * NOUT
    d_hid = [0.0] * NHID

    # output layer
    for k in range(NOUT):
        d_out[k] = (tgt[k] - out[k]) * out[k] * (1.0 - out[k])
        base = k * (NHID + 1)
        for j in range(NHID):
            w_out[base + j] += ETA * d_out[k] * hid[j]
        w_out[base + NHID] += ETA * d_out[k]

    # hidden layer
    for j in range(NHID):
        s = 0.0
        for k in range(NOUT):
            s += d_out[k] * w_out[k * (NHID + 1) + j]
        d_hid[j] = s * hid[j] * (1.0 - hid[j])
        base = j * (NIN + 1)
        for i in range(NIN):
            w_hid[base + i] += ETA * d_hid[j] * inp[i]
        w_hid[base + NIN] += ETA * d_hid[j]
    return e


def main():
    pats = []
    for n in range(8):
        bits = [float((n >> b) & 1) for b in range(3)]
        ones = sum(bits)
        pats.append((bits, [ones % 2, 1.0 if ones >= 2 else 0.0]))
    init(11)
    for cycle in range(2000):
        tot = 0.0
        for p, t in pats:
            tot += learn(p, t)
        if cycle % 400 == 0:
            print("cycle %5d  E = %8.5f" % (cycle, tot))


if __name__ == "__main__":
    main()
