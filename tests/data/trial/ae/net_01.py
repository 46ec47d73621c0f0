#!/usr/bin/env python3
# peak_classifier.py -- quick look at whether a small net can sort the Raman peaks
# (quartz / calcite / other) from 5 fitted features.   M.K., beamtime 2019-03
import numpy as np

rng = np.random.RandomState(7)

# --- fake data until the real fits are in ------------------------------------
n_per = 40
centres = np.array([[1.0, 0.2, -0.5, 0.0, 0.3],
                    [-0.8, 0.9, 0.1, 0.4, -0.2],
                    [0.0, -1.1, 0.6, -0.3, 0.5]])
feat = np.vstack([c + 0.5 * rng.randn(n_per, 5) for c in centres])
mineral = np.repeat(np.arange(3), n_per)
perm = rng.permutation(len(mineral))
feat, mineral = feat[perm], mineral[perm]
target = np.eye(3)[mineral]

# --- network 5 - 12 - 3 --------------------------------------------------------
nh = 12
Wih = rng.randn(5, nh) * 0.4
bh = np.zeros(nh)
Who = rng.randn(nh, 3) * 0.4
bo = np.zeros(3)

lr = 0.3
n_epochs = 300
hist = []

for epoch in range(n_epochs):
    # forward
    hid = np.tanh(feat @ Wih + bh)
    logit = hid @ Who + bo
    ex = np.exp(logit - logit.max())
    prob = ex / ex.sum(axis=0)

    # cross entropy per spectrum
    xent = -np.sum(target * np.log(prob)) / len(feat)
    hist.append(xent)

    # backward
    d_o = (prob - target) / len(feat)
    gWho = hid.T @ d_o
    gbo = d_o.sum(axis=0)
    d_h = (d_o @ Who.T) * (1 - hid ** 2)
    gWih = feat.T @ d_h
    gbh = d_h.sum(axis=0)

    Who -= lr * gWho
    bo -= lr * gbo
    Wih -= lr * gWih
    bh -= lr * gbh

    if epoch % 50 == 0:
        acc = np.mean(prob.argmax(axis=1) == mineral)
        print("%4d  xent %.4f  acc %.3f" % (epoch, xent, acc))

print("final xent", hist[-1])
