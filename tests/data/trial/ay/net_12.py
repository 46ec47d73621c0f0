import numpy as np

# binary classifier with labels in {-1,+1}, deep tanh net without biases
# columns are examples

def make_net(widths, scale=1.2, seed=21):
    prng = np.random.RandomState(seed)
    return [scale * prng.randn(n, m) / np.sqrt(m) for m, n in zip(widths[:-1], widths[1:])]

def score(net, x):
    for M in net[:-1]:
        x = np.tanh(M @ x)
    return net[-1] @ x

def margin_loss(net, x, lab):
    # sum over the examples of log(1 + exp(-label * score))
    return np.sum(np.logaddexp(0.0, -lab * score(net, x)))

def grad_of(net, x, lab):
    def go(depth, x):
        # returns d loss / d x together with the gradients of net[depth:]
        M = net[depth]
        if depth == len(net) - 1:
            f = M @ x
            d = -lab / (1.0 + np.exp(lab * f))
            return M.T @ d, [d @ x.T]
        h = np.tanh(M @ x)
        dh, rest = go(depth + 1, h)
        d = dh * (1.0 - h * h)
        return M.T @ d, [d @ x.T] + rest
    return go(0, x)[1]

def descend(net, x, lab, step):
    return [M - step * G for M, G in zip(net, grad_of(net, x, lab))]

if __name__ == "__main__":
    prng = np.random.RandomState(1)
    pts = prng.randn(2, 70)
    pts = np.vstack([pts, np.ones((1, 70))])
    lab = np.where(pts[:1] + 0.8 * np.sin(2 * pts[1:2]) > 0.2, 1.0, -1.0)
    net = make_net([3, 8, 8, 6, 4, 1])
    for t in range(500):
        net = descend(net, pts, lab, 0.005)
        if t % 100 == 0:
            print("t=%d loss=%.4f" % (t, margin_loss(net, pts, lab)))
    print("training error", np.mean(np.sign(score(net, pts)) != lab))
