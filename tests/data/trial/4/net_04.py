# NETZ4  -- Kalibrierkurve Druckaufnehmer (p, T) -> Korrektur
# H. Brandt, Inst. f. Messtechnik.   Portierung von NETZ4.F (1991)
#
# THETA enthaelt alle Parameter hintereinander (wie COMMON /PAR/):
#   Schicht k:  W(NK(k),NK(k+1)) zeilenweise, danach Schwellen B(NK(k+1))
import numpy as np

NK = (2, 5, 3, 1)
NL = len(NK) - 1

IOFW = []
IOFB = []
ipos = 0
for k in range(NL):
    IOFW.append(ipos)
    ipos += NK[k] * NK[k + 1]
    IOFB.append(ipos)
    ipos += NK[k + 1]
NPAR = ipos


def wview(th, k):
    return th[IOFW[k]:IOFW[k] + NK[k] * NK[k + 1]].reshape(NK[k], NK[k + 1])


def bview(th, k):
    return th[IOFB[k]:IOFB[k] + NK[k + 1]]


def splus(u):
    # ln(1+e^u), ueberlaufsicher
    return np.maximum(u, 0.0) + np.log1p(np.exp(-np.abs(u)))


def dsplus(u):
    return 0.5 * (1.0 + np.tanh(0.5 * u))


def fcn(th, x, y):
    """Zielfunktion Q = 1/2 SUMME (f - y)**2  und Gradient G, gleiche Anordnung wie TH"""
    u = []
    h = [x]
    for k in range(NL):
        uk = h[k] @ wview(th, k) + bview(th, k)
        u.append(uk)
        h.append(splus(uk) if k < NL - 1 else uk)
    r = h[NL] - y
    q = 0.5 * np.sum(r * r)

    g = np.zeros(NPAR)
    d = r
    for k in range(NL - 1, -1, -1):
        wview(g, k)[:, :] = h[k].T @ d
        bview(g, k)[:] = d.sum(axis=0)
        if k > 0:
            d = (d @ wview(th, k).T) * dsplus(u[k - 1])
    return q, g


def gradab(th, x, y, eta, nit, iprint):
    for it in range(nit):
        q, g = fcn(th, x, y)
        th = th - eta * g
        if iprint > 0 and it % iprint == 0:
            print("IT=%6d   Q=%14.6E   |G|=%12.4E" % (it, q, np.sqrt(g @ g)))
    return th


if __name__ == "__main__":
    rs = np.random.RandomState(4711)
    p, t = np.meshgrid(np.linspace(-1, 1, 6), np.linspace(-1, 1, 5))
    x = np.column_stack((p.ravel(), t.ravel()))
    y = (0.4 * x[:, 0] ** 2 - 0.3 * x[:, 0] * x[:, 1] + 0.1)[:, None]
    th0 = 0.6 * rs.standard_normal(NPAR)
    th = gradab(th0, x, y, 0.004, 2000, 400)
    print("Q ENDE = %14.6E" % fcn(th, x, y)[0])
