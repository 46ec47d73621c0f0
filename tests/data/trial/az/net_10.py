import numpy as np
rand = np.random.RandomState(123)

# two moons-ish data, labels are -1 / +1
n = 100
ang = rand.uniform(0, np.pi, n)
pts = np.vstack((np.c_[np.cos(ang[:50]), np.sin(ang[:50])],
                 np.c_[1 - np.cos(ang[50:]), 0.5 - np.sin(ang[50:])]))
pts = pts + 0.1 * rand.randn(n, 2)
lab = np.r_[np.ones(50), -np.ones(50)]

H = 10
SLOPE = 0.01
LR = 0.1
MOM = 0.9
WD = 1e-3

Wh = rand.randn(H, 2)
bh = np.zeros(H)
wo = rand.randn(H) * 0.3
bo = 0.0
mWh = np.zeros_like(Wh)
mbh = np.zeros_like(bh)
mwo = np.zeros_like(wo)
mbo = 0.0

history = []
for it in range(500):
    # forward
    pre = pts @ Wh.T + bh                   # n x H
    hid = np.where(pre > 0, pre, SLOPE * pre)
    f = hid @ wo + bo                       # n
    margin = lab * f
    loss = np.mean(np.logaddexp(0, -margin)) + 0.5 * WD * (np.sum(Wh**2) + np.sum(wo**2))
    history.append(loss)

    # backward
    df = -lab / (1 + np.exp(margin)) / n
    gwo = hid.T @ df + WD * wo
    gbo = df.sum()
    dhid = np.outer(df, wo)
    dpre = dhid * np.where(pre > 0, 1.0, SLOPE)
    gWh = dpre.T @ pts + WD * Wh
    gbh = dpre.sum(axis=0)

    # heavy ball
    mWh = MOM * mWh + gWh
    mbh = MOM * mbh + gbh
    mwo = MOM * mwo + gwo
    mbo = MOM * mbo + gbo
    Wh = Wh - LR * mWh
    bh = bh - LR * mbh
    wo = wo - LR * mwo
    bo = bo - LR * mbo

    if it % 100 == 0:
        print(it, round(loss, 5), 'err rate', np.mean(margin <= 0))

print('final', history[-1])
