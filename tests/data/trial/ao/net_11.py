import numpy as np

# surrogate model  f: R^3 -> R^2 , all weights live in one vector p
NI, NH1, NH2, NO = 3, 7, 6, 2
SLOPE = 0.1
DECAY = 1.e-2          # E = 1/(2N) sum |f - t|^2 + DECAY/2 |p|^2
NP = NH1*(NI+1) + NH2*(NH1+1) + NO*(NH2+1)


def unpack(p):
    out, k = [], 0
    for ni, no in ((NI, NH1), (NH1, NH2), (NH2, NO)):
        out.append(p[k:k+ni*no].reshape(no, ni)); k += ni*no
        out.append(p[k:k+no]); k += no
    return out


def lrelu(u):
    return np.where(u > 0., u, SLOPE*u)


def model(p, xs):
    A, a, B, b, C, c = unpack(p)
    u = np.einsum('ij,nj->ni', A, xs) + a
    v = np.einsum('ij,nj->ni', B, lrelu(u)) + b
    f = np.einsum('ij,nj->ni', C, lrelu(v)) + c
    return u, v, f


def energy(p, xs, ts):
    f = model(p, xs)[2]
    return 0.5*np.sum((f - ts)**2)/len(xs) + 0.5*DECAY*p.dot(p)


def force(p, xs, ts):
    """minus the gradient of the energy"""
    A, a, B, b, C, c = unpack(p)
    u, v, f = model(p, xs)
    r = (ts - f)/len(xs)
    q = np.einsum('ni,ij->nj', r, C)
    q[v <= 0.] *= SLOPE
    s = np.einsum('ni,ij->nj', q, B)
    s[u <= 0.] *= SLOPE
    pieces = []
    for dl, inp in ((s, xs), (q, lrelu(u)), (r, lrelu(v))):
        pieces.append(np.einsum('ni,nj->ij', dl, inp).ravel())
        pieces.append(dl.sum(0))
    return np.concatenate(pieces) - DECAY*p


def relax(p, xs, ts, dt=0.1, friction=0.4, nsteps=300, out=100):
    vel = np.zeros(NP)
    for n in range(nsteps):
        vel = (1. - friction)*vel + dt*force(p, xs, ts)
        p = p + vel
        if n % out == 0:
            print('%6d %14.8f' % (n, energy(p, xs, ts)))
    return p


if __name__ == '__main__':
    rg = np.random.RandomState(12)
    xs = rg.uniform(-1., 1., (64, NI))
    ts = np.array([[np.exp(-x.dot(x)), x[0]*x[1] - x[2]] for x in xs])
    p = relax(0.4*rg.randn(NP), xs, ts)
