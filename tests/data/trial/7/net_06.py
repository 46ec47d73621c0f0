# noodle.py -- listens to a tune and keeps noodling
import numpy as np
rng = np.random.default_rng(1977)

NOTES = "C D E F G A B c".split()
TUNE = "C C G G A A G F F E E D D C G G F F E E D G G F F E E D C C G G A A G F F E E D D C c B A G".split()
K = len(NOTES)
MEM = 2  # how many notes back it hears


def hear(last):
    ear = np.zeros(MEM * K)
    for slot, n in enumerate(last):
        ear[slot * K + NOTES.index(n)] = 1
    return ear


def squash(u):
    return 1 / (1 + np.exp(-u))


brain = {
    "ear": rng.normal(size=(MEM * K, 14)) * 0.4,
    "mid": rng.normal(size=(14, 10)) * 0.4,
    "mouth": rng.normal(size=(10, K)) * 0.4,
}


def play(ear, brain):
    u = ear @ brain["ear"]
    su = squash(u)
    h = u * su
    v = h @ brain["mid"]
    sv = squash(v)
    g = v * sv
    y = g @ brain["mouth"]
    y = np.exp(y - y.max())
    return u, su, h, v, sv, g, y / y.sum()


def surprise(ear, note, brain):
    return -np.log(play(ear, brain)[-1][note])


def rehearse(ear, note, brain, speed=0.05):
    u, su, h, v, sv, g, p = play(ear, brain)
    e = p.copy()
    e[note] -= 1
    eg = brain["mouth"] @ e
    ev = eg * (sv + g * (1 - sv))
    eh = brain["mid"] @ ev
    eu = eh * (su + h * (1 - su))
    brain["mouth"] -= speed * np.outer(g, e)
    brain["mid"] -= speed * np.outer(h, ev)
    brain["ear"] -= speed * np.outer(ear, eu)


if __name__ == "__main__":
    for rep in range(60):
        tot = 0
        for i in range(MEM, len(TUNE)):
            ear, note = hear(TUNE[i - MEM:i]), NOTES.index(TUNE[i])
            tot += surprise(ear, note, brain)
            rehearse(ear, note, brain)
        if rep % 10 == 0:
            print("rehearsal", rep, "surprise per note", round(tot / (len(TUNE) - MEM), 3))
    song = ["C", "C"]
    while len(song) < 24:
        song.append(NOTES[rng.choice(K, p=play(hear(song[-MEM:]), brain)[-1])])
    print(" ".join(song))
