### Cell 1
import numpy as np
np.random.seed(123)
N = 60
t = np.linspace(-1, 1, N)
y = 0.7*np.sin(3*t) + 0.05*np.random.randn(N)
A = np.c_[t, t**2, np.ones(N)]      # constant column instead of a bias

### Cell 2
def act(v): return v*(v > 0) + 0.05*v*(v <= 0)
def act_(v): return 1.0*(v > 0) + 0.05*(v <= 0)
def addone(H): return np.hstack([H, np.ones((H.shape[0], 1))])

V = np.random.randn(3, 9)*0.7       # inputs(+1) -> hidden
w = np.random.randn(10)*0.3         # hidden(+1) -> output
dV_old, dw_old = 0*V, 0*w
eps, mom = 2e-3, 0.6

### Cell 3   (SSE, whole batch)
errs = []
for sweep in range(400):
    Q = A @ V
    H = addone(act(Q))
    f = H @ w
    e = y - f
    errs.append(e @ e)
    # steps downhill
    dw = eps*2*(H.T @ e) + mom*dw_old
    dV = eps*2*(A.T @ (np.outer(e, w[:-1])*act_(Q))) + mom*dV_old
    w += dw; V += dV
    dw_old, dV_old = dw, dV

### Cell 4
print('SSE start %.4f  end %.4f' % (errs[0], errs[-1]))
print('R2', 1 - errs[-1]/np.sum((y - y.mean())**2))
