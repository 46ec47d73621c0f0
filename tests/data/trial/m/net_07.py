"""photo-z regression: ugriz colours -> redshift
parameters live in ONE vector theta (ported from the IDL version, which called a minimiser)
objective: chi = 1/(2N) sum_i (z_nn(i) - z_spec(i))^2
"""
import numpy as np

NCOL, NH1, NH2 = 4, 9, 6
SHAPES = [(NCOL, NH1), (NH1,), (NH1, NH2), (NH2,), (NH2,), ()]
NPAR = int(sum(np.prod(s) for s in SHAPES))
KG = np.sqrt(2/np.pi)
CG = 0.044715


def unpack(theta):
    out, i = [], 0
    for s in SHAPES:
        n = int(np.prod(s))
        out.append(theta[i:i+n].reshape(s))
        i += n
    return out


def gelu(x):
    return 0.5*x*(1 + np.tanh(KG*(x + CG*x**3)))


def dgelu(x):
    th = np.tanh(KG*(x + CG*x**3))
    return 0.5*(1 + th) + 0.5*x*(1 - th**2)*KG*(1 + CG*x**2)


def znn(theta, col):
    A, a, B, b, c, c0 = unpack(theta)
    return gelu(gelu(col@A + a)@B + b)@c + c0


def chi_and_grad(theta, col, zspec):
    A, a, B, b, c, c0 = unpack(theta)
    N = len(zspec)
    p = col@A + a
    P = gelu(p)
    q = P@B + b
    Q = gelu(q)
    dz = Q@c + c0 - zspec
    chi = np.sum(dz**2)/(2*N)

    r = dz/N
    gc = Q.T@r
    gc0 = r.sum()
    rq = np.outer(r, c)*dgelu(q)
    gB = P.T@rq
    gb = rq.sum(0)
    rp = rq@B.T*dgelu(p)
    gA = col.T@rp
    ga = rp.sum(0)
    grad = np.concatenate([gA.ravel(), ga, gB.ravel(), gb, gc, [gc0]])
    return chi, grad


def mock_catalogue(n, rs):
    z = rs.beta(2, 3, n)*1.2
    col = np.stack([1.2*np.exp(-(z-.3)**2/.1), .4+1.1*np.tanh(3*z), .3+.9*z**2, .2+.3*np.sin(4*z)], 1)
    col += rs.normal(0, .05, col.shape)
    return (col-col.mean(0))/col.std(0), z


def main():
    rs = np.random.RandomState(11)
    col, zs = mock_catalogue(500, rs)
    theta = rs.normal(0, .4, NPAR)
    for k in range(2000):
        chi, g = chi_and_grad(theta, col, zs)
        theta = theta - 0.1*g
        if k % 250 == 0:
            print(k, chi)
    d = (znn(theta, col)-zs)/(1+zs)
    print('sigma_NMAD = %.4f' % (1.4826*np.median(abs(d-np.median(d)))))


if __name__ == '__main__':
    main()
