import numpy as np

ALPHA = 0.5

def elu(z):
    return np.where(z > 0, z, ALPHA * (np.exp(np.minimum(z, 0)) - 1))

def elu_grad(a):
    # expressed with the output, saves keeping z around
    return np.where(a > 0, 1.0, a + 1.0)


class Pose:
    """Inverse kinematics for the two-link arm demo: target (x, y) -> cos/sin of both joints."""

    def __init__(self, h1=20, h2=14, seed=1):
        r = np.random.default_rng(seed)
        init = lambda i, o: r.normal(0, 1 / np.sqrt(i), (i, o))
        self.p = {
            "w1": init(2, h1), "b1": np.zeros((1, h1)),
            "w2": init(h1, h2), "b2": np.zeros((1, h2)),
            "w3": init(h2, 4), "b3": np.zeros((1, 4)),
        }

    def __call__(self, x):
        p = self.p
        self.x = x
        self.a1 = elu(x @ p["w1"] + p["b1"])
        self.a2 = elu(self.a1 @ p["w2"] + p["b2"])
        return self.a2 @ p["w3"] + p["b3"]

    def grads(self, x, t):
        p = self.p
        y = self(x)
        loss = ((y - t) ** 2).mean()
        g = {}
        d = 2 * (y - t) / t.size
        g["w3"], g["b3"] = self.a2.T @ d, d.sum(0, keepdims=True)
        d = d @ p["w3"].T * elu_grad(self.a2)
        g["w2"], g["b2"] = self.a1.T @ d, d.sum(0, keepdims=True)
        d = d @ p["w2"].T * elu_grad(self.a1)
        g["w1"], g["b1"] = self.x.T @ d, d.sum(0, keepdims=True)
        return loss, g

    def sgd(self, x, t, lr):
        loss, g = self.grads(x, t)
        for k in self.p:
            self.p[k] -= lr * g[k]
        return loss


def arm(n, seed):
    r = np.random.default_rng(seed)
    s, e = r.uniform(0, np.pi / 2, n), r.uniform(0.2, np.pi - 0.2, n)
    xy = np.stack([np.cos(s) + np.cos(s + e), np.sin(s) + np.sin(s + e)], 1)
    return xy, np.stack([np.cos(s), np.sin(s), np.cos(e), np.sin(e)], 1)


def main():
    X, T = arm(400, 0)
    net = Pose()
    r = np.random.default_rng(9)
    for epoch in range(40):
        tot = 0.0
        for batch in np.array_split(r.permutation(400), 10):
            tot += net.sgd(X[batch], T[batch], 0.1)
        if epoch % 10 == 9:
            print(f"{epoch + 1}: mse {tot / 10:.5f}")


if __name__ == "__main__":
    main()
