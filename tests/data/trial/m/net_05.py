# facies_nn.py -- lithofacies from wireline logs (GR, RHOB, NPHI, DT, PE)
# samples in rows, minibatch SGD, cross-entropy
import numpy as np

SLOPE = 0.05
FACIES = ["sandstone", "siltstone", "shale", "limestone"]
rng = np.random.default_rng(2016)


def init_layers(sizes):
    layers = []
    for nin, nout in zip(sizes[:-1], sizes[1:]):
        layers.append({"W": rng.normal(0, np.sqrt(2 / nin), (nin, nout)), "b": np.zeros(nout)})
    return layers


def lrelu(z):
    return np.where(z > 0, z, SLOPE * z)


def softmax(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def predict_proba(layers, logs):
    """Forward pass, keeps what the backward pass needs inside the layer dicts."""
    a = logs
    for lay in layers:
        lay["in"] = a
        lay["z"] = a @ lay["W"] + lay["b"]
        a = lrelu(lay["z"])
    return softmax(a)


def cross_entropy(p, y):
    return -np.mean(np.log(p[np.arange(len(y)), y] + 1e-15))


def train_batch(layers, logs, y, lr):
    p = predict_proba(layers, logs)
    loss = cross_entropy(p, y)
    d = p.copy()
    d[np.arange(len(y)), y] -= 1
    d /= len(y)
    for k in reversed(range(len(layers))):
        lay = layers[k]
        gW = lay["in"].T @ d
        gb = d.sum(axis=0)
        if k > 0:
            d = (d @ lay["W"].T) * np.where(layers[k - 1]["z"] > 0, 1.0, SLOPE)
        lay["W"] -= lr * gW
        lay["b"] -= lr * gb
    return loss


def synthetic_well(n=320):
    mu = np.array([[40, 2.45, .15, 75, 2.0], [75, 2.52, .20, 80, 2.6],
                   [120, 2.55, .32, 95, 3.1], [25, 2.68, .06, 55, 4.9]])
    sd = np.array([12, .05, .04, 6, .35])
    y = rng.integers(0, 4, n)
    x = mu[y] + sd * rng.normal(size=(n, 5))
    return (x - x.mean(0)) / x.std(0), y


if __name__ == "__main__":
    X, y = synthetic_well()
    net = init_layers([5, 20, 12, 4])
    for epoch in range(40):
        order = rng.permutation(len(X))
        losses = [train_batch(net, X[i], y[i], 0.1) for i in np.split(order, 10)]
        if epoch % 5 == 0:
            acc = np.mean(predict_proba(net, X).argmax(1) == y)
            print(f"epoch {epoch:3d}  loss {np.mean(losses):.4f}  acc {acc:.3f}")
    pred = predict_proba(net, X).argmax(1)
    for i, f in enumerate(FACIES):
        print(f"{f:10s} recall {np.mean(pred[y == i] == i):.2f}")
