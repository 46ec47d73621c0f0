"""
Re: [numpy] my net is slow to converge
> try momentum, it's four more lines

So here is the complete thing again with momentum. softplus hidden units,
one linear output, curve fitting.
"""
import numpy as np
rs = np.random.RandomState(7)

# --- data
xs = rs.uniform(-2, 2, (64, 1))
ys = np.sin(2 * xs) + 0.05 * rs.randn(64, 1)

softplus = lambda a: np.log1p(np.exp(a))
dsoftplus = lambda a: 1 / (1 + np.exp(-a))

# --- parameters
nh = 12
Win, bin_ = rs.randn(1, nh), rs.randn(1, nh)
Wout, bout = rs.randn(nh, 1) * .3, np.zeros((1, 1))
vWin, vbin = np.zeros_like(Win), np.zeros_like(bin_)
vWout, vbout = np.zeros_like(Wout), np.zeros_like(bout)

eta = 0.01
mu = 0.9

# --- go
for epoch in range(1500):
    A = xs @ Win + bin_
    H = softplus(A)
    out = H @ Wout + bout
    err = out - ys
    mse = (err ** 2).mean()
    if not epoch % 300:
        print('epoch', epoch, 'mse', mse)

    g = 2 * err / len(xs)
    gWout = H.T @ g
    gbout = g.sum(0, keepdims=True)
    gA = (g @ Wout.T) * dsoftplus(A)
    gWin = xs.T @ gA
    gbin = gA.sum(0, keepdims=True)

    vWout = mu * vWout - eta * gWout
    vbout = mu * vbout - eta * gbout
    vWin = mu * vWin - eta * gWin
    vbin = mu * vbout - eta * gbin

    Wout = Wout + vWout
    bout = bout + vbout
    Win = Win + vWin
    bin_ = bin_ + vbin

print('final mse', mse)
