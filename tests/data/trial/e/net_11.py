import numpy as np

# prototype: teacher-student regression, wide-ish student, no biases
rng = np.random.default_rng(2024)
D, H1, H2, K, N = 6, 24, 12, 3, 256
C0, C1 = np.sqrt(2 / np.pi), 0.044715


def gelu(x):
    return 0.5 * x * (1 + np.tanh(C0 * (x + C1 * x**3)))


def gelu_grad(x):
    t = np.tanh(C0 * (x + C1 * x**3))
    return 0.5 * (1 + t) + 0.5 * x * (1 - t**2) * C0 * (1 + C1 * x**2)


# teacher
T1 = rng.normal(size=(D, 5)) / np.sqrt(D)
T2 = rng.normal(size=(5, K))
X = rng.normal(size=(N, D))
Y = np.einsum('nd,dh,hk->nk', X, T1, T2) + np.sin(2 * np.einsum('nd,dh->nh', X, T1))[:, :K]

theta = dict(
    U=rng.normal(size=(D, H1)) * np.sqrt(2 / D),
    V=rng.normal(size=(H1, H2)) * np.sqrt(2 / H1),
    R=rng.normal(size=(H2, K)) / np.sqrt(H2),
)


def run(theta, x):
    p = np.einsum('nd,dh->nh', x, theta['U'])
    a = gelu(p)
    q = np.einsum('nh,hg->ng', a, theta['V'])
    c = gelu(q)
    return p, a, q, c, np.einsum('ng,gk->nk', c, theta['R'])


def loss_fn(theta, x, y):
    e = run(theta, x)[-1] - y
    return np.einsum('nk,nk->', e, e) / (2 * len(x))


def grads(theta, x, y):
    p, a, q, c, o = run(theta, x)
    e = (o - y) / len(x)
    gR = np.einsum('ng,nk->gk', c, e)
    dq = np.einsum('nk,gk,ng->ng', e, theta['R'], gelu_grad(q))
    gV = np.einsum('nh,ng->hg', a, dq)
    dp = np.einsum('ng,hg,nh->nh', dq, theta['V'], gelu_grad(p))
    gU = np.einsum('nd,nh->dh', x, dp)
    return dict(U=gU, V=gV, R=gR)


STEPS, LR, BS = 400, 0.02, 32
log = []
for step in range(STEPS):
    idx = rng.choice(N, BS, replace=False)
    g = grads(theta, X[idx], Y[idx])
    for name in theta:
        theta[name] = theta[name] - LR * g[name]
    if step % 100 == 0:
        log.append(loss_fn(theta, X, Y))
        print(step, log[-1])
print('final', loss_fn(theta, X, Y))
