#!/usr/bin/env python3
"""langid - guess language of a word from letter counts.  usage: langid.py WORD..."""
import sys, string
import numpy as np

WORDS = {
 'en': 'the house water which through night should thing where world think white'.split(),
 'de': 'und nicht haus wasser welche durch nacht sollte dinge zwischen weiss jetzt'.split(),
 'it': 'della casa acqua quale notte dovrebbe cosa dove mondo pensare bianco adesso'.split(),
}
LANGS = sorted(WORDS)
ALPHA = string.ascii_lowercase

def feats(w):
    v = np.zeros(27)
    for c in w.lower():
        if c in ALPHA:
            v[ALPHA.index(c)] += 1
    v[26] = 1      # const
    return v

def scores(M, F):
    s = F.dot(M)
    s -= s.max(axis=1)[:, None]
    return s - np.log(np.exp(s).sum(axis=1))[:, None]     # log probs

def nll(M, F, lab, decay):
    return -scores(M, F)[np.arange(len(lab)), lab].sum() + 0.5*decay*(M[:26]**2).sum()

def train(F, lab, rounds=200, lr=0.01, mom=0.8, decay=0.1, verbose=1):
    M = np.zeros((F.shape[1], len(LANGS)))
    step = np.zeros_like(M)
    keep = np.ones_like(M)
    keep[26] = 0           # const row is not shrunk
    for r in range(rounds):
        P = np.exp(scores(M, F))
        P[np.arange(len(lab)), lab] -= 1
        G = F.T.dot(P) + decay*keep*M
        step *= mom
        step -= lr*G
        M += step
        if verbose and r % 50 == 0:
            print('round', r, 'nll', round(nll(M, F, lab, decay), 3), file=sys.stderr)
    return M

def dataset():
    F, lab = [], []
    for k, l in enumerate(LANGS):
        for w in WORDS[l]:
            F.append(feats(w))
            lab.append(k)
    return np.array(F), np.array(lab)

if __name__ == '__main__':
    F, lab = dataset()
    M = train(F, lab)
    for w in sys.argv[1:] or ['quando', 'schwarz', 'weather']:
        p = np.exp(scores(M, feats(w)[None, :]))[0]
        print(w, ' '.join('%s=%.2f' % t for t in zip(LANGS, p)))
