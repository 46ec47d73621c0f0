#!/usr/bin/env python3
# paper-trading bot v0.3: a small net maps the last LOOKBACK returns to a position in [-1, 1]
# for each of the two assets, fitted on the "hindsight" position (squared error)
import numpy as np

LOOKBACK = 6
N_ASSETS = 2
FEE = 0.0005
rs = np.random.RandomState(77)


def fake_prices(n=400):
    mkt = np.cumsum(0.01 * np.sin(np.arange(n) / 9.0) + 0.004 * rs.randn(n))
    p = np.stack([mkt, -0.5 * mkt + np.cumsum(0.004 * rs.randn(n))], axis=1)
    return 100 * np.exp(0.2 * p)


def build_dataset(px):
    ret = np.diff(np.log(px), axis=0) * 100
    feats, tgts = [], []
    for t in range(LOOKBACK, len(ret) - 1):
        feats.append(ret[t - LOOKBACK:t].ravel())
        tgts.append(np.clip(3 * ret[t], -0.9, 0.9))
    return np.array(feats), np.array(tgts)


class SignalModel:
    SLOPE = 0.05

    def __init__(self, n_in, h1=12, h2=8, n_out=N_ASSETS, eta=0.05):
        self.eta = eta
        self.Wa = rs.randn(n_in, h1) * np.sqrt(2.0 / n_in)
        self.ba = np.zeros(h1)
        self.Wb = rs.randn(h1, h2) * np.sqrt(2.0 / h1)
        self.bb = np.zeros(h2)
        self.Wc = rs.randn(h2, n_out) * np.sqrt(1.0 / h2)
        self.bc = np.zeros(n_out)

    def _lrelu(self, u):
        return np.where(u > 0, u, self.SLOPE * u)

    def position(self, feats):
        self.ua = feats @ self.Wa + self.ba
        self.va = self._lrelu(self.ua)
        self.ub = self.va @ self.Wb + self.bb
        self.vb = self._lrelu(self.ub)
        return np.tanh(self.vb @ self.Wc + self.bc)

    def loss(self, feats, want):
        e = self.position(feats) - want
        return (e ** 2).sum() / len(feats)

    def train_batch(self, feats, want):
        n = len(feats)
        pos = self.position(feats)
        err = pos - want

        gc = 2.0 * err / n
        gb = (gc @ self.Wc.T) * np.where(self.ub > 0, 1.0, self.SLOPE)
        ga = (gb @ self.Wb.T) * np.where(self.ua > 0, 1.0, self.SLOPE)

        dWc, dbc = self.vb.T @ gc, gc.sum(axis=0)
        dWb, dbb = self.va.T @ gb, gb.mean(axis=0)
        dWa, dba = feats.T @ ga, ga.sum(axis=0)

        for p, g in ((self.Wa, dWa), (self.ba, dba), (self.Wb, dWb),
                     (self.bb, dbb), (self.Wc, dWc), (self.bc, dbc)):
            p -= self.eta * g
        return (err ** 2).sum() / n


def backtest(model, px):
    ret = np.diff(np.log(px), axis=0)
    X, _ = build_dataset(px)
    pos = model.position(X)
    pnl = (pos * ret[LOOKBACK:LOOKBACK + len(pos)]).sum(axis=1)
    fees = FEE * np.abs(np.diff(pos, axis=0)).sum()
    return pnl.sum() - fees


def main():
    px = fake_prices()
    X, Y = build_dataset(px[:300])
    m = SignalModel(X.shape[1])
    for ep in range(40):
        order = rs.permutation(len(X))
        tot = 0.0
        for s in range(0, len(X), 32):
            idx = order[s:s + 32]
            tot += m.train_batch(X[idx], Y[idx]) * len(idx)
        if ep % 10 == 0:
            print(f"[fit] epoch {ep:3d}  sq.err {tot / len(X):.4f}")
    print("[backtest] log-pnl on unseen days:", round(backtest(m, px[300:]), 4))


if __name__ == "__main__":
    main()
