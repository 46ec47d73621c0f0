# bpnet.py -- straight port of my old bpnet.c (1998)
from math import tanh

NIN = 2
NHID = 5
NOUT = 2
NPAT = 40
ETA = 0.05
ALPHA = 0.5      # momentum

# globals, as in the C file
w_ih = [[0.0] * (NIN + 1) for _ in range(NHID)]     # last one = threshold
w_ho = [[0.0] * (NHID + 1) for _ in range(NOUT)]
d_ih = [[0.0] * (NIN + 1) for _ in range(NHID)]     # previous change
d_ho = [[0.0] * (NHID + 1) for _ in range(NOUT)]
inp = [0.0] * (NIN + 1)
hid = [0.0] * (NHID + 1)
out = [0.0] * NOUT
seed = 12345


def frand():
    global seed
    seed = (1103515245 * seed + 12345) % 2147483648
    return seed / 2147483648.0 - 0.5


def init_net():
    for j in range(NHID):
        for i in range(NIN + 1):
            w_ih[j][i] = frand()
            d_ih[j][i] = 0.0
    for k in range(NOUT):
        for j in range(NHID + 1):
            w_ho[k][j] = frand()
            d_ho[k][j] = 0.0


def forward(x):
    for i in range(NIN):
        inp[i] = x[i]
    inp[NIN] = 1.0
    for j in range(NHID):
        s = 0.0
        for i in range(NIN + 1):
            s += w_ih[j][i] * inp[i]
        hid[j] = tanh(s)
    hid[NHID] = 1.0
    for k in range(NOUT):
        s = 0.0
        for j in range(NHID + 1):
            s += w_ho[k][j] * hid[j]
        out[k] = s          # linear outputs


def error(t):
    e = 0.0
    for k in range(NOUT):
        e += 0.5 * (t[k] - out[k]) * (t[k] - out[k])
    return e


def train_pattern(x, t):
    forward(x)
    e = error(t)
    delta_o = [0.0] * NOUT
    delta_h = [0.0] * NHID
    # output layer
    for k in range(NOUT):
        delta_o[k] = t[k] - out[k]
        for j in range(NHID + 1):
            d_ho[k][j] = ETA * delta_o[k] * hid[j] + ALPHA * d_ho[k][j]
            w_ho[k][j] += d_ho[k][j]
    # hidden layer
    for j in range(NHID):
        s = 0.0
        for k in range(NOUT):
            s += delta_o[k] * w_ho[k][j]
        delta_h[j] = s * (1.0 - hid[j] * hid[j])
        for i in range(NIN + 1):
            d_ih[j][i] = ETA * delta_h[j] * inp[i] + ALPHA * d_ih[j][i]
            w_ih[j][i] += d_ih[j][i]
    return e


def make_patterns():
    pats = []
    for p in range(NPAT):
        a = 2.0 * frand()
        b = 2.0 * frand()
        pats.append(([a, b], [a * b, a * a - b]))
    return pats


if __name__ == '__main__':
    init_net()
    patterns = make_patterns()
    for epoch in range(200):
        total = 0.0
        for x, t in patterns:
            total += train_pattern(x, t)
        if epoch % 40 == 0:
            print("epoch %4d  error %f" % (epoch, total))
