import numpy as np
from functools import reduce

# tiny autoencoder without biases: 6 -> 4 -> 2 -> 4 -> 6
# all the weights live in one flat vector

DIMS = (6, 4, 2, 4, 6)
SHAPES = list(zip(DIMS[1:], DIMS[:-1]))
SIZES = [r * c for r, c in SHAPES]
ENDS = np.cumsum(SIZES)


def unpack(w):
    return [w[e - s:e].reshape(shp) for s, e, shp in zip(SIZES, ENDS, SHAPES)]


def layers(w, X):
    """X holds one example per column; output layer is linear"""
    mats = unpack(w)
    hs = reduce(lambda acc, M: acc + [np.tanh(M @ acc[-1])], mats[:-1], [X])
    return hs, mats[-1] @ hs[-1]


def J(w, X):
    _, R = layers(w, X)
    return ((R - X) ** 2).sum() / X.shape[1]


def gradJ(w, X):
    mats = unpack(w)
    hs, R = layers(w, X)
    E = 2.0 * (R - X) / X.shape[1]
    parts = []
    for M, h in zip(mats[::-1], hs[::-1]):
        parts.insert(0, (E @ h.T).ravel())
        E = (M.T @ E) * (1.0 - h * h)
    return np.concatenate(parts)


def descend(w, X, rate, n, mom=0.0, every=0):
    vel = np.zeros_like(w)
    for t in range(n):
        vel = mom * vel + gradJ(w, X)
        w = w - rate * vel
        if every and t % every == 0:
            print(f"t={t:4d}  J={J(w, X):.6f}")
    return w


if __name__ == "__main__":
    rs = np.random.RandomState(4)
    code = rs.randn(2, 80)
    X = np.tanh(rs.randn(6, 2) @ code)
    w0 = rs.randn(ENDS[-1]) * 0.4
    w = descend(w0, X, rate=0.02, n=400, mom=0.8, every=100)
    print("end", J(w, X))
