# translation of a Julia script: layers are (f, df) pairs, a pullback per layer
import numpy as np

k = np.sqrt(2 / np.pi)

def gelu(x):
    return 0.5 * x * (1 + np.tanh(k * (x + 0.044715 * x**3)))

def dgelu(x):
    t = np.tanh(k * (x + 0.044715 * x**3))
    return 0.5 * (1 + t) + 0.5 * x * (1 - t**2) * k * (1 + 3 * 0.044715 * x**2)

identity = (lambda x: x, lambda x: np.ones_like(x))
hidden = (gelu, dgelu)

def chain(rng, *dims):
    theta = []
    for i, (n, m) in enumerate(zip(dims, dims[1:])):
        act = identity if i == len(dims) - 2 else hidden
        # affine map as one matrix, bias in the first column
        theta.append([np.hstack([np.zeros((m, 1)), rng.standard_normal((m, n)) / np.sqrt(n)]), act])
    return theta

def layer(Wb, act, x):
    sigma, dsigma = act
    xa = np.vstack([np.ones((1, x.shape[1])), x])
    u = Wb @ xa

    def pullback(ybar):
        ubar = ybar * dsigma(u)
        return ubar @ xa.T, Wb[:, 1:].T @ ubar

    return sigma(u), pullback

def mse(yhat, y):
    return np.mean((yhat - y)**2), 2 * (yhat - y) / y.size

def predict(theta, x):
    for Wb, act in theta:
        x, _ = layer(Wb, act, x)
    return x

def gradient(theta, x, y):
    backs = []
    for Wb, act in theta:
        x, back = layer(Wb, act, x)
        backs.append(back)
    loss, bar = mse(x, y)
    gs = []
    for back in backs[::-1]:
        g, bar = back(bar)
        gs.append(g)
    return loss, gs[::-1]

def train_(theta, x, y, eta, rho, epochs, rng, batch=20):
    vel = [np.zeros_like(Wb) for Wb, _ in theta]
    for ep in range(1, epochs + 1):
        perm = rng.permutation(x.shape[1])
        for s in range(0, len(perm), batch):
            sel = perm[s:s + batch]
            loss, gs = gradient(theta, x[:, sel], y[:, sel])
            for v, g, p in zip(vel, gs, theta):
                v *= rho
                v += eta * g
                p[0] = p[0] - v
        if ep % 40 == 0:
            print("epoch", ep, "mse", mse(predict(theta, x), y)[0])
    return theta

if __name__ == "__main__":
    rng = np.random.default_rng(3)
    x = rng.uniform(-3, 3, (1, 100))
    y = np.vstack([np.sin(x), np.abs(x) - 1])
    theta = chain(rng, 1, 12, 8, 6, 2)
    train_(theta, x, y, 0.05, 0.8, 200, rng)
