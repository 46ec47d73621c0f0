import numpy as np

# classify little 3x3 pictures: horizontal / vertical / diagonal line
# every layer is ONE matrix, the last column multiplies a constant 1

def elu(v, alpha=1.0):
    return np.where(v >= 0, v, alpha * (np.exp(np.minimum(v, 0)) - 1))

def elu_slope(v, alpha=1.0):
    return np.where(v >= 0, 1.0, alpha * np.exp(np.minimum(v, 0)))

def with_one(v):
    return np.append(v, 1.0)

def makeNet(shape, gen):
    net = []
    for nin, nout in zip(shape, shape[1:]):
        net.append(gen.standard_normal((nout, nin + 1)) * 0.4)
    return net

def think(net, picture):
    v = picture
    pre, ins = [], []
    for k, M in enumerate(net):
        ins.append(with_one(v))
        s = M.dot(ins[-1])
        pre.append(s)
        v = elu(s) if k + 1 < len(net) else s
    top = v.max()
    logZ = top + np.log(np.sum(np.exp(v - top)))
    return v - logZ, pre, ins       # log probabilities

def surprise(net, picture, label):
    return -think(net, picture)[0][label]

def teach(net, picture, label, rate):
    logp, pre, ins = think(net, picture)
    blame = np.exp(logp)
    blame[label] -= 1.0
    steps = [None] * len(net)
    k = len(net) - 1
    while k >= 0:
        steps[k] = np.outer(blame, ins[k])
        if k > 0:
            blame = net[k][:, :-1].T.dot(blame) * elu_slope(pre[k - 1])
        k -= 1
    for M, S in zip(net, steps):
        M -= rate * S
    return -logp[label]

def pictures(gen, n):
    out = []
    for _ in range(n):
        label = int(gen.integers(3))
        p = np.zeros((3, 3))
        j = gen.integers(3)
        if label == 0:
            p[j, :] = 1
        elif label == 1:
            p[:, j] = 1
        else:
            p = np.eye(3) if j % 2 else np.fliplr(np.eye(3))
        out.append((p.ravel() + 0.1 * gen.standard_normal(9), label))
    return out

if __name__ == "__main__":
    gen = np.random.default_rng(11)
    data = pictures(gen, 90)
    net = makeNet([9, 7, 6, 3], gen)
    for epoch in range(15):
        total = 0.0
        for i in gen.permutation(len(data)):
            total += teach(net, data[i][0], data[i][1], 0.05)
        print("epoch %2d   mean surprise %.4f" % (epoch, total / len(data)))
    good = sum(int(np.argmax(think(net, p)[0]) == t) for p, t in data)
    print(good, "of", len(data))
