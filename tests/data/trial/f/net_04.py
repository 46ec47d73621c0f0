import numpy as np

# spiral toy data, deep-ish net, all flat in one script

N = 40   # points per class
D = 2    # dimensionality
K = 3    # number of classes
rng = np.random.RandomState(2)
X = np.zeros((N * K, D))
y = np.zeros(N * K, dtype='uint8')
for j in range(K):
    ix = range(N * j, N * (j + 1))
    r = np.linspace(0.05, 1, N)
    t = np.linspace(j * 4, (j + 1) * 4, N) + rng.randn(N) * 0.2
    X[ix] = np.c_[r * np.sin(t), r * np.cos(t)]
    y[ix] = j

h = 12
slope = 0.1
step_size = 0.3
reg = 1e-3
num_iters = 1500

dims = [D, h, h, h, h, K]
Ws = [rng.randn(a, b) * np.sqrt(2.0 / a) for a, b in zip(dims[:-1], dims[1:])]
bs = [np.zeros((1, b)) for b in dims[1:]]
Ws[-1] *= 0.3

num_examples = X.shape[0]
for i in range(num_iters):
    # forward
    hs = [X]
    for W, b in zip(Ws[:-1], bs[:-1]):
        a = np.dot(hs[-1], W) + b
        hs.append(np.where(a > 0, a, slope * a))
    scores = np.dot(hs[-1], Ws[-1]) + bs[-1]

    scores -= scores.max(axis=1, keepdims=True)
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)

    # average cross-entropy loss and regularization
    data_loss = -np.log(probs[range(num_examples), y]).sum() / num_examples
    reg_loss = sum(0.5 * reg * np.sum(W * W) for W in Ws)
    loss = data_loss + reg_loss
    if i % 300 == 0:
        print("iteration %d: loss %f" % (i, loss))

    # backward
    dhidden = probs
    dhidden[range(num_examples), y] -= 1
    dhidden /= num_examples
    dWs, dbs = [], []
    for l in range(len(Ws) - 1, -1, -1):
        dWs.insert(0, np.dot(hs[l].T, dhidden) + reg * Ws[l])
        dbs.insert(0, np.sum(dhidden, axis=0, keepdims=True))
        if l > 0:
            dhidden = np.dot(dhidden, Ws[l].T)
            # leaky units keep the sign of their input
            dhidden[hs[l] <= 0] *= slope

    for l in range(len(Ws)):
        Ws[l] += -step_size * dWs[l]
        bs[l] += -step_size * dbs[l]

a = X
for W, b in zip(Ws[:-1], bs[:-1]):
    a = a.dot(W) + b
    a = np.maximum(a, slope * a)
print('training accuracy: %.2f' % (np.mean(np.argmax(a.dot(Ws[-1]) + bs[-1], axis=1) == y)))
