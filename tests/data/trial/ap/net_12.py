# straight translation of mlp.c (firmware gesture recogniser) so I can test it on the desktop
from math import exp, log, fabs

N_I = 4
N_H = 6
N_O = 3
ETA = 0.1
MOM = 0.5

seed = 12345


def lcg():
    global seed
    seed = (1103515245 * seed + 12345) & 0x7FFFFFFF
    return seed / 0x7FFFFFFF - 0.5


wih = [lcg() for _ in range(N_H * N_I)]      # wih[h*N_I + i]
bh = [0.01 * lcg() for _ in range(N_H)]
who = [lcg() for _ in range(N_O * N_H)]      # who[o*N_H + h]
bo = [0.0] * N_O
dwih = [0.0] * (N_H * N_I)
dbh = [0.0] * N_H
dwho = [0.0] * (N_O * N_H)
dbo = [0.0] * N_O

net_h = [0.0] * N_H
act_h = [0.0] * N_H
act_o = [0.0] * N_O


def mlp_forward(x):
    for h in range(N_H):
        s = bh[h]
        for i in range(N_I):
            s += wih[h * N_I + i] * x[i]
        net_h[h] = s
        act_h[h] = s if s > 0 else 0.05 * s
    z = [0.0] * N_O
    for o in range(N_O):
        s = bo[o]
        for h in range(N_H):
            s += who[o * N_H + h] * act_h[h]
        z[o] = s
    zmax = max(z)
    tot = 0.0
    for o in range(N_O):
        act_o[o] = exp(z[o] - zmax)
        tot += act_o[o]
    for o in range(N_O):
        act_o[o] /= tot


def mlp_train(x, cls):
    mlp_forward(x)
    loss = -log(act_o[cls])
    err_o = [act_o[o] - (1.0 if o == cls else 0.0) for o in range(N_O)]
    err_h = [0.0] * N_H
    for h in range(N_H):
        for o in range(N_O):
            err_h[h] += err_o[o] * who[o * N_H + h]
        if net_h[h] <= 0:
            err_h[h] *= 0.05
    for o in range(N_O):
        for h in range(N_H):
            k = o * N_H + h
            dwho[k] = -ETA * err_o[o] * act_h[h] + MOM * dwho[k]
            who[k] += dwho[k]
        dbo[o] = -ETA * err_o[o] + MOM * dbo[o]
        bo[o] += dbo[o]
    for h in range(N_H):
        for i in range(N_I):
            k = h * N_I + i
            dwih[k] = -ETA * err_h[h] * x[i] + MOM * dwih[k]
            wih[k] += dwih[k]
        dbh[h] = -ETA * err_h[h] + MOM * dbh[h]
        bh[h] += dbh[h]
    return loss


def gesture(n):
    c = n % N_O
    v = [0.3 * lcg() for _ in range(N_I)]
    v[c] += 0.8
    v[3] += 0.4 * c
    return v, c


if __name__ == "__main__":
    samples = [gesture(n) for n in range(45)]
    for ep in range(31):
        t = 0.0
        for v, c in samples:
            t += mlp_train(v, c)
        if ep % 10 == 0:
            print("ep %2d  loss %.5f" % (ep, t / len(samples)))
