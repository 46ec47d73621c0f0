import numpy as np

# Interpolate log10 viscosity of the melt series as function of T and SiO2 fraction.
# (replaces the polynomial fit of the 2019 script)
# objective: J = 1/2 <(eta_pred - eta)^2>, averaged over the minibatch

rng = np.random.RandomState(2019)
n_samples = 240
T_K = rng.uniform(1100., 1900., n_samples)
x_si = rng.uniform(0.45, 0.78, n_samples)
log_eta = -4.5 + (3000. + 9000. * x_si) / (T_K - 400.) + 0.05 * rng.randn(n_samples)

inputs = np.vstack([(T_K - 1500.) / 250., (x_si - 0.6) / 0.1]).T
eta_mean, eta_std = log_eta.mean(), log_eta.std()
target = (log_eta - eta_mean) / eta_std

n_hidden = 9
w_a = rng.randn(2, n_hidden) * 0.6
b_a = np.zeros(n_hidden)
w_b = rng.randn(n_hidden, n_hidden) * 0.3
b_b = np.zeros(n_hidden)
w_c = rng.randn(n_hidden) * 0.3
b_c = 0.0

vel_w_a = np.zeros_like(w_a)
vel_b_a = np.zeros_like(b_a)
vel_w_b = np.zeros_like(w_b)
vel_b_b = np.zeros_like(b_b)
vel_w_c = np.zeros_like(w_c)
vel_b_c = 0.0

softplus = lambda s: np.logaddexp(0., s)
logistic = lambda s: 1. / (1. + np.exp(-s))

eps = 0.02
mu = 0.8
n_batch = 40
n_sweeps = 120

for sweep in range(n_sweeps):
    J_sum = 0.
    for k in range(0, n_samples, n_batch):
        xb = inputs[k:k + n_batch]
        tb = target[k:k + n_batch]

        s_a = np.dot(xb, w_a) + b_a
        f_a = softplus(s_a)
        s_b = np.dot(f_a, w_b) + b_b
        f_b = softplus(s_b)
        pred = np.dot(f_b, w_c) + b_c
        resid = pred - tb
        J_sum += 0.5 * np.mean(resid ** 2)

        g_c = resid / len(tb)
        g_b = np.outer(g_c, w_c) * logistic(s_b)
        g_a = np.dot(g_b, w_b.T) * logistic(s_a)

        vel_w_c = mu * vel_w_c - eps * np.dot(f_b.T, g_c)
        vel_b_c = mu * vel_b_c - eps * g_c.sum()
        vel_w_a = mu * vel_w_a - eps * np.dot(xb.T, g_a)
        vel_b_a = mu * vel_b_a - eps * g_a.sum(axis=0)
        vel_w_b = mu * vel_w_b - eps * np.dot(f_a.T, g_b)
        vel_b_b = mu * vel_b_a - eps * g_b.sum(axis=0)

        w_a += vel_w_a
        b_a += vel_b_a
        w_b += vel_w_b
        b_b += vel_b_b
        w_c += vel_w_c
        b_c += vel_b_c
    if sweep % 20 == 0:
        print('sweep %3d  J = %.5f' % (sweep, J_sum / (n_samples // n_batch)))


def viscosity(T, x):
    u = np.array([(T - 1500.) / 250., (x - 0.6) / 0.1])
    out = np.dot(softplus(np.dot(softplus(np.dot(u, w_a) + b_a), w_b) + b_b), w_c) + b_c
    return out * eta_std + eta_mean


for T in (1200., 1400., 1600., 1800.):
    print('T = %.0f K   log10(eta) = %.2f' % (T, viscosity(T, 0.65)))
