# spectral line classifier, all parameters live in one vector so it can be saved with np.savetxt
import numpy as np

NIN, NH, NCLS = 6, 9, 4
SHAPES = [(NIN, NH), (NH,), (NH, NCLS), (NCLS,)]
NPAR = sum(int(np.prod(s)) for s in SHAPES)


def unpack(theta):
    out, pos = [], 0
    for s in SHAPES:
        n = int(np.prod(s))
        out.append(theta[pos:pos + n].reshape(s))
        pos += n
    return out


def model(theta, spec):
    W1, b1, W2, b2 = unpack(theta)
    pre = spec @ W1 + b1
    hid = np.maximum(pre, 0)
    z = hid @ W2 + b2
    e = np.exp(z - z.max())
    prob = e / e.sum(axis=0)
    return pre, hid, prob


def nll(theta, spec, cls):
    prob = model(theta, spec)[2]
    return -np.log(prob[np.arange(len(cls)), cls]).mean()


def grad_nll(theta, spec, cls):
    W1, b1, W2, b2 = unpack(theta)
    pre, hid, prob = model(theta, spec)
    n = len(cls)
    dz = prob.copy()
    dz[np.arange(n), cls] -= 1.0
    dz /= n
    dhid = dz @ W2.T
    dhid[pre <= 0] = 0.0
    parts = [spec.T @ dhid, dhid.sum(0), hid.T @ dz, dz.sum(0)]
    return np.concatenate([p.ravel() for p in parts])


def fake_spectra(n, rng):
    cls = rng.integers(0, NCLS, n)
    chan = np.arange(NIN)
    line = np.exp(-0.5 * (chan[None, :] - (cls[:, None] + 1.0)) ** 2)
    return line + 0.15 * rng.normal(size=(n, NIN)), cls


def main():
    rng = np.random.default_rng(2024)
    spec, cls = fake_spectra(64, rng)
    theta = 0.4 * rng.normal(size=NPAR)
    eta = 0.02
    for it in range(120):
        theta = theta - eta * grad_nll(theta, spec, cls)
        if it % 20 == 0:
            acc = (model(theta, spec)[2].argmax(1) == cls).mean()
            print("it", it, "nll", round(nll(theta, spec, cls), 4), "acc", acc)


if __name__ == "__main__":
    main()
