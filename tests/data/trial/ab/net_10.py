# gesture recogniser prototype -- 8 resampled stroke angles (cos,sin) => circle / zigzag / line / corner
import numpy as np
np.random.seed(2016)

names = ['circle', 'zigzag', 'line', 'corner']
nPer = 40
cols, truth = [], []
for c in range(4):
    for k in range(nPer):
        t = np.arange(8) / 8.0
        start = np.random.rand() * 2 * np.pi
        if c == 0: ang = start + 2*np.pi*t
        if c == 1: ang = start + (np.arange(8) % 2) * 2.0
        if c == 2: ang = start + 0*t
        if c == 3: ang = start + (t >= 0.5) * np.pi/2
        ang = ang - ang[0] + 0.15*np.random.randn(8)
        cols.append(np.r_[np.cos(ang), np.sin(ang)])
        truth.append(c)
X = np.array(cols).T            # 16 x 160
truth = np.array(truth)
Y = np.eye(4)[:, truth]         # 4 x 160
m = X.shape[1]

def softmax(o):
    e = np.exp(o - np.max(o))
    return e / np.sum(e)

nHid = 12
Wh = 0.3*np.random.randn(nHid, 16); bh = np.zeros((nHid, 1))
Wo = 0.3*np.random.randn(4, nHid);  bo = np.zeros((4, 1))
alpha = 0.5

for epoch in range(300):
    # forward
    zh = Wh.dot(X) + bh
    ah = np.maximum(zh, 0)
    zo = Wo.dot(ah) + bo
    P = softmax(zo)
    J = -np.sum(Y * np.log(P + 1e-12)) / m

    # backward
    dzo = (P - Y) / m
    dWo = dzo.dot(ah.T)
    dbo = dzo.sum(1, keepdims=True)
    dah = Wo.T.dot(dzo)
    dzh = dah * (zh > 0)
    dWh = dzh.dot(X.T)
    dbh = dzh.sum(1, keepdims=True)

    Wo -= alpha*dWo; bo -= alpha*dbo
    Wh -= alpha*dWh; bh -= alpha*dbh

    if epoch % 50 == 0:
        acc = np.mean(P.argmax(0) == truth)
        print('epoch', epoch, 'J', J, 'acc', acc)

guess = (Wo.dot(np.maximum(Wh.dot(X) + bh, 0)) + bo).argmax(0)
for c in range(4):
    print('%-8s %d/%d' % (names[c], (guess[truth == c] == c).sum(), nPer))
