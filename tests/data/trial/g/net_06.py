# Neural plant identification (NARX, series-parallel), on-line gradient with momentum
#
#   y(k+1) = y(k)/(1+y(k)^2) + u(k)^3          (Narendra & Parthasarathy, ex. 3)
#   yhat   = Wo * sp( Wh * phi + bh ) + bo ,   phi = [y(k); y(k-1); u(k)]
#   J(k)   = 1/2 e(k)^2 ,  e = y(k+1) - yhat
from numpy import array, zeros, exp, log1p, sin, pi, mean, abs, maximum, outer, dot
from numpy.random import RandomState

rs = RandomState(7)

nphi, nh = 3, 8
Wh = rs.uniform(-0.6, 0.6, (nh, nphi))
bh = rs.uniform(-0.1, 0.1, nh)
Wo = rs.uniform(-0.3, 0.3, nh)
bo = 0.0

mu, alpha = 0.02, 0.5          # step size, momentum
dWh, dbh, dWo, dbo = zeros((nh, nphi)), zeros(nh), zeros(nh), 0.0


def sp(v):
    return maximum(v, 0) + log1p(exp(-abs(v)))


def plant(y, u):
    return y / (1 + y * y) + u ** 3


def adapt(phi, d):
    """One sample: returns the a-priori error and moves the weights."""
    global Wh, bh, Wo, bo, dWh, dbh, dWo, dbo
    s = dot(Wh, phi) + bh
    z = sp(s)
    e = d - (dot(Wo, z) + bo)

    # sensitivities of yhat
    psi = Wo * (1 - exp(-z))          # d sp/ds expressed with the output

    dWo = alpha * dWo + mu * e * z
    dbo = alpha * dbo + mu * e
    dWh = alpha * dWh + mu * e * outer(psi, phi)
    dbh = alpha * dbh + mu * e * psi

    Wo = Wo + dWo
    bo = bo + dbo
    Wh = Wh + dWh
    bh = bh + dbh
    return e


y1 = y0 = 0.0
J = []
K = 6000
for k in range(K):
    u = rs.uniform(-1, 1)
    phi = array([y0, y1, u])
    ynext = plant(y0, u)
    J.append(0.5 * adapt(phi, ynext) ** 2)
    y1, y0 = y0, ynext
    if (k + 1) % 1500 == 0:
        print('k = %5d   J = %.5f (last 500)' % (k + 1, mean(J[-500:])))

# validation with sinusoidal input, weights frozen
y1 = y0 = 0.0
err = []
for k in range(200):
    u = 0.6 * sin(2 * pi * k / 25) + 0.3 * sin(2 * pi * k / 10)
    yh = dot(Wo, sp(dot(Wh, array([y0, y1, u])) + bh)) + bo
    y1, y0 = y0, plant(y0, u)
    err.append(y0 - yh)
print('validation MSE %.5f' % mean(array(err) ** 2))
