#!/usr/bin/env python
# bpn.py - back propagation network, ported from my old Turbo C program (1993!)
# No numpy on the controller, so plain lists only. -- H.W.
import math
import random

NI = 2      # inputs
NH = 4      # hidden
NO = 1      # outputs
ETA = 0.4

random.seed(7)

# last row of each table is the threshold weight
wih = [[random.uniform(-1.0, 1.0) for j in range(NH)] for i in range(NI + 1)]
who = [[random.uniform(-1.0, 1.0) for k in range(NO)] for j in range(NH + 1)]

inp = [0.0] * NI
hid = [0.0] * NH
out = [0.0] * NO
erro = [0.0] * NO
errh = [0.0] * NH


def recall(pattern):
    for i in range(NI):
        inp[i] = pattern[i]
    for j in range(NH):
        s = wih[NI][j]
        for i in range(NI):
            s += wih[i][j] * inp[i]
        hid[j] = math.tanh(s)
    for k in range(NO):
        s = who[NH][k]
        for j in range(NH):
            s += who[j][k] * hid[j]
        out[k] = math.tanh(s)
    return out


def sqerr(target):
    e = 0.0
    for k in range(NO):
        e += 0.5 * (target[k] - out[k]) ** 2
    return e


def learn(target):
    for k in range(NO):
        erro[k] = (target[k] - out[k]) * (1.0 - out[k] * out[k])

    # output layer
    for k in range(NO):
        for j in range(NH):
            who[j][k] += ETA * erro[k] * hid[j]
        who[NH][k] += ETA * erro[k]

    # hidden layer
    for j in range(NH):
        s = 0.0
        for k in range(NO):
            s += erro[k] * who[j][k]
        errh[j] = s * (1.0 - hid[j] * hid[j])
    for j in range(NH):
        for i in range(NI):
            wih[i][j] += ETA * errh[j] * inp[i]
        wih[NI][j] += ETA * errh[j]


patterns = [
    ([-1.0, -1.0], [-0.9]),
    ([-1.0,  1.0], [0.9]),
    ([1.0, -1.0], [0.9]),
    ([1.0,  1.0], [-0.9]),
]

if __name__ == "__main__":
    for cycle in range(1001):
        total = 0.0
        for p, t in patterns:
            recall(p)
            total += sqerr(t)
            learn(t)
        if cycle % 100 == 0:
            print("cycle %5d   error %9.6f" % (cycle, total))
    for p, t in patterns:
        print(p, t, ["%.3f" % o for o in recall(p)])
