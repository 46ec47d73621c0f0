#!/usr/bin/env python
# bpnet.py -- yield prediction for the dryer line
#
# 2011-03  hk   first version, one hidden layer
# 2013-09  hk   momentum
# 2016-01  Marek  python3, second hidden layer (nh2)
# 2019-06  s.o.   seed, print every 200
import numpy as np

np.random.seed(7)

ni, nh, nh2, no = 4, 6, 6, 2
eta = 0.02
alpha = 0.8
ncycles = 1000


def sgm(x):
    return 1.0 / (1.0 + np.exp(-x))


# moisture, temp, feed, rpm  (scaled to 0..1)
X = np.random.rand(40, ni)
T = np.zeros((40, no))
T[:, 0] = 0.3 * X[:, 0] + 0.5 * X[:, 1] * X[:, 2] + 0.1
T[:, 1] = 0.8 - 0.5 * X[:, 3] * X[:, 0]

wih = np.random.uniform(-1, 1, (ni, nh))
bh = np.zeros(nh)
whh = np.random.uniform(-1, 1, (nh, nh2))     # Marek
bh2 = np.zeros(nh2)
who = np.random.uniform(-1, 1, (nh2, no))
bo = np.zeros(no)

# last changes, for momentum
cih = np.zeros_like(wih)
cbh = np.zeros_like(bh)
chh = np.zeros_like(whh)
cbh2 = np.zeros_like(bh2)
cho = np.zeros_like(who)
cbo = np.zeros_like(bo)

for cyc in range(ncycles):
    # forward
    hid = sgm(np.dot(X, wih) + bh)
    hid2 = sgm(np.dot(hid, whh) + bh2)
    out = sgm(np.dot(hid2, who) + bo)

    err = T - out
    E = 0.5 * np.sum(err ** 2)
    if cyc % 200 == 0:
        print("cycle %5d   E = %.5f" % (cyc, E))

    # backward
    do = err * out * (1 - out)
    dh2 = np.dot(do, who.T) * hid2 * (1 - hid2)
    dh = np.dot(dh2, whh.T) * hid2 * (1 - hid2)

    cho = eta * np.dot(hid2.T, do) + alpha * cho
    cbo = eta * do.sum(0) + alpha * cbo
    chh = eta * np.dot(hid.T, dh2) + alpha * chh
    cbh2 = eta * dh2.sum(0) + alpha * cbh2
    cih = eta * np.dot(X.T, dh) + alpha * cih
    cbh = eta * dh.sum(0) + alpha * cbh

    who += cho
    bo += cbo
    whh += chh
    bh2 += cbh2
    wih += cih
    bh += cbh

print("final E = %.5f" % E)
