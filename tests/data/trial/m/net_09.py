# spike / no-spike detector on extracellular snippets
# (rig computer version, T. Okafor & lab)
import numpy as np

def elu(x, alpha=1.0):
    return np.where(x > 0, x, alpha * (np.exp(np.minimum(x, 0)) - 1))

def elu_prime(a, alpha=1.0):
    return np.where(a > 0, 1.0, a + alpha)

def logistic(x):
    return 1 / (1 + np.exp(-x))

def setup(sizes, seed=0):
    rs = np.random.RandomState(seed)
    weights = [rs.randn(i, o) * np.sqrt(1.0 / i) for i, o in zip(sizes[:-1], sizes[1:])]
    biases = [np.zeros((1, o)) for o in sizes[1:]]
    return weights, biases

def forward_pass(snips, weights, biases):
    pre, post = [], [snips]
    for w, b in zip(weights[:-1], biases[:-1]):
        pre.append(np.dot(post[-1], w) + b)
        post.append(elu(pre[-1]))
    pre.append(np.dot(post[-1], weights[-1]) + biases[-1])
    post.append(logistic(pre[-1]))
    return pre, post

def bce(prob, label):
    return -np.mean(label * np.log(prob) + (1 - label) * np.log(1 - prob))

def backward_pass(pre, post, label, weights):
    n = label.shape[0]
    gw = [None] * len(weights)
    gb = [None] * len(weights)
    delta = (post[-1] - label) / n
    for i in range(len(weights) - 1, -1, -1):
        gw[i] = np.dot(post[i].T, delta)
        gb[i] = np.mean(delta, axis=0, keepdims=True)
        if i:
            delta = np.dot(delta, weights[i].T) * elu_prime(pre[i - 1])
    return gw, gb

def train(snips, label, weights, biases, lr=0.2, n_epochs=60, batch=32, seed=1, report=10):
    rs = np.random.RandomState(seed)
    for ep in range(n_epochs):
        perm = rs.permutation(len(snips))
        for s in range(0, len(snips), batch):
            idx = perm[s:s + batch]
            pre, post = forward_pass(snips[idx], weights, biases)
            gw, gb = backward_pass(pre, post, label[idx], weights)
            for i in range(len(weights)):
                weights[i] -= lr * gw[i]
                biases[i] -= lr * gb[i]
        if report and ep % report == 0:
            p = forward_pass(snips, weights, biases)[1][-1]
            print('epoch', ep, 'BCE %.4f' % bce(p, label), 'hits %.3f' % np.mean((p > .5) == label))
    return weights, biases

def fake_recording(n=400, n_samp=16, seed=4):
    rs = np.random.RandomState(seed)
    t = np.arange(n_samp)
    shape = -np.exp(-(t - 5) ** 2 / 3.) + .45 * np.exp(-(t - 9) ** 2 / 8.)
    label = (rs.rand(n, 1) < .4).astype(float)
    amp = rs.uniform(.8, 2., (n, 1))
    return label * amp * shape + .35 * rs.randn(n, n_samp), label

if __name__ == '__main__':
    x, y = fake_recording()
    W, B = setup([16, 12, 10, 6, 1])
    train(x, y, W, B)
