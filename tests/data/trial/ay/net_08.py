import numpy as np

C0 = np.sqrt(2.0 / np.pi)
C1 = 0.044715


def gelu(x):
    return 0.5 * x * (1.0 + np.tanh(C0 * (x + C1 * x**3)))


def gelu_backward(x):
    t = np.tanh(C0 * (x + C1 * x**3))
    return 0.5 * (1.0 + t) + 0.5 * x * (1.0 - t**2) * C0 * (1.0 + 3 * C1 * x**2)


def softmax(logits):
    e = np.exp(logits - np.max(logits))
    return e / np.sum(e)


# all parameters live in one flat vector
def n_params(d, h, k):
    return d * h + h + h * k + k


def unpack(flat, d, h, k):
    i = 0
    A = flat[i:i + d * h].reshape(d, h); i += d * h
    a = flat[i:i + h]; i += h
    B = flat[i:i + h * k].reshape(h, k); i += h * k
    c = flat[i:i + k]
    return A, a, B, c


def cross_entropy(probs, onehot):
    return -np.mean(np.sum(onehot * np.log(probs + 1e-12), axis=1))


def forward(flat, dims, x):
    A, a, B, c = unpack(flat, *dims)
    u = x @ A + a
    g = gelu(u)
    return u, g, softmax(g @ B + c)


def gradient(flat, dims, x, onehot):
    A, a, B, c = unpack(flat, *dims)
    u, g, probs = forward(flat, dims, x)
    out = np.zeros_like(flat)
    dA, da, dB, dc = unpack(out, *dims)
    dlogits = (probs - onehot) / x.shape[0]
    dB[...] = g.T @ dlogits
    dc[...] = dlogits.sum(axis=0)
    du = (dlogits @ B.T) * gelu_backward(u)
    dA[...] = x.T @ du
    da[...] = du.sum(axis=0)
    return cross_entropy(probs, onehot), out


def sgd(flat, dims, x, onehot, lr=0.02, steps=200):
    for step in range(steps):
        loss, grad = gradient(flat, dims, x, onehot)
        flat = flat - lr * grad
        if step % 50 == 0:
            print("step %4d  cross-entropy %.4f" % (step, loss))
    return flat


if __name__ == "__main__":
    rng = np.random.default_rng(5)
    dims = (4, 9, 3)
    x = rng.standard_normal((45, 4))
    labels = np.argmax(x[:, :3] + 0.2 * rng.standard_normal((45, 3)), axis=1)
    flat = sgd(0.3 * rng.standard_normal(n_params(*dims)), dims, x, np.eye(3)[labels])
    print("acc", (forward(flat, dims, x)[2].argmax(1) == labels).mean())
