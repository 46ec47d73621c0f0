# bpnet -- back-propagation in the manner of a numerical cookbook.
# Unit-offset arrays throughout: element 0 of every vector is the bias unit (=1) or unused.
# Energy for one pattern: e = 0.5 * sum_k (o[k]-t[k])**2
from math import exp, pi, sin

IA, IM, IC = 16807, 2147483647, 127773
_idum = [4711]


def ran():
    k = _idum[0] // IC
    _idum[0] = IA * (_idum[0] - k * IC) - 2836 * k
    if _idum[0] < 0:
        _idum[0] += IM
    return _idum[0] / IM


def matrix(nr, nc, amp):
    """a[1..nr][0..nc]"""
    return [None] + [[amp * (2.0 * ran() - 1.0) for j in range(nc + 1)] for i in range(nr)]


def sgm(x):
    return 1.0 / (1.0 + exp(-x))


def fwd(x, v, w, ni, nh, no):
    """x[1..ni] -> h[0..nh], o[1..no]; both layers of sigmoid units"""
    h = [1.0] * (nh + 1)
    o = [0.0] * (no + 1)
    for j in range(1, nh + 1):
        s = v[j][0]
        for i in range(1, ni + 1):
            s += v[j][i] * x[i]
        h[j] = sgm(s)
    for k in range(1, no + 1):
        s = w[k][0]
        for j in range(1, nh + 1):
            s += w[k][j] * h[j]
        o[k] = sgm(s)
    return h, o


def bpstep(x, t, v, w, ni, nh, no, eta):
    """one pattern; v[1..nh][0..ni] and w[1..no][0..nh] are changed, the energy before is returned"""
    h, o = fwd(x, v, w, ni, nh, no)
    e = 0.0
    dk = [0.0] * (no + 1)
    for k in range(1, no + 1):
        d = o[k] - t[k]
        e += 0.5 * d * d
        dk[k] = d * o[k] * (1.0 - o[k])
    dj = [0.0] * (nh + 1)
    for j in range(1, nh + 1):
        s = 0.0
        for k in range(1, no):
            s += dk[k] * w[k][j]
        dj[j] = s * h[j] * (1.0 - h[j])
    for k in range(1, no + 1):
        w[k][0] -= eta * dk[k]
        for j in range(1, nh + 1):
            w[k][j] -= eta * dk[k] * h[j]
    for j in range(1, nh + 1):
        v[j][0] -= eta * dj[j]
        for i in range(1, ni + 1):
            v[j][i] -= eta * dj[j] * x[i]
    return e


def main():
    ni, nh, no = 2, 6, 3
    v = matrix(nh, ni, 1.0)
    w = matrix(no, nh, 0.5)
    pats = []
    for n in range(30):
        a, b = ran(), ran()
        x = [1.0, 2.0 * a - 1.0, 2.0 * b - 1.0]
        t = [0.0, 0.5 + 0.4 * sin(pi * x[1]), 0.5 + 0.4 * x[1] * x[2], 0.9 if x[2] > x[1] else 0.1]
        pats.append((x, t))
    for sweep in range(1, 401):
        e = 0.0
        for x, t in pats:
            e += bpstep(x, t, v, w, ni, nh, no, 0.5)
        if sweep % 100 == 0:
            print("%6d %12.6f" % (sweep, e / len(pats)))


if __name__ == "__main__":
    main()
