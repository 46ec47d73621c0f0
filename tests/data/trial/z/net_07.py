"""Online inverse model for a cart: (state, next state) -> applied controls."""
import numpy as np

DT = 0.1


def plant(x, u):
    pos, vel = x
    return np.array([pos + DT * vel, vel + DT * (u[0] - 0.3 * vel + 0.2 * np.sin(u[1]))])


def make_net(n_in, n_hid, n_out, seed=0):
    r = np.random.default_rng(seed)
    return {
        "Wh": r.normal(size=(n_hid, n_in)) * 0.5,
        "bh": np.zeros(n_hid),
        "Wo": r.normal(size=(n_out, n_hid)) * 0.5,
        "bo": np.zeros(n_out),
    }


def control(net, s):
    h = np.tanh(net["Wh"] @ s + net["bh"])
    return net["Wo"] @ h + net["bo"]


def sample_loss(net, s, u):
    e = control(net, s) - u
    return 0.5 * float(e @ e)


def adapt(net, s, u, eta):
    """One gradient descent step on sample_loss for this sample."""
    h = np.tanh(net["Wh"] @ s + net["bh"])
    e = net["Wo"] @ h + net["bo"] - u

    # output layer
    net["Wo"] -= eta * np.outer(e, h)
    net["bo"] -= eta * e

    # hidden layer
    d = (net["Wo"].T @ e) * (1 - h ** 2)
    net["Wh"] -= eta * np.outer(d, s)
    net["bh"] -= eta * d
    return 0.5 * float(e @ e)


def simulate(steps=2000, eta=0.05, seed=1):
    r = np.random.default_rng(seed)
    net = make_net(4, 9, 2, seed)
    x = np.zeros(2)
    running = 0.0
    for k in range(steps):
        u = r.uniform(-1, 1, 2)
        nxt = plant(x, u)
        s = np.concatenate([x, (nxt - x) / DT])
        running = 0.99 * running + 0.01 * adapt(net, s, u, eta)
        x = nxt if np.abs(nxt).max() < 2 else np.zeros(2)
        if k % 500 == 499:
            print(f"step {k + 1}: running loss {running:.4f}")
    return net


if __name__ == "__main__":
    simulate()
