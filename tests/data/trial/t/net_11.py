"""Nielsen's network, fully matrix-based over the mini-batch (one column per
example), gelu hidden layers and a linear output for regression.

C = 1/(2n) sum_x |y(x) - a|^2
"""
import numpy as np

K = np.sqrt(2/np.pi)


def gelu(z):
    return 0.5*z*(1 + np.tanh(K*(z + 0.044715*z**3)))


def gelu_prime(z):
    t = np.tanh(K*(z + 0.044715*z**3))
    return 0.5*(1 + t) + 0.5*z*(1 - t**2)*K*(1 + 0.044715*z**2)


def make_network(sizes, rng):
    return [{"w": rng.standard_normal((n, m))/np.sqrt(m), "b": np.zeros((n, 1))}
            for m, n in zip(sizes, sizes[1:])]


def feedforward(net, a):
    for layer in net[:-1]:
        a = gelu(layer["w"] @ a + layer["b"])
    return net[-1]["w"] @ a + net[-1]["b"]


def cost(net, x, y):
    return np.sum((feedforward(net, x) - y)**2)/(2*x.shape[1])


def backprop(net, x, y):
    n = x.shape[1]
    a, acts, zs = x, [x], []
    for i, layer in enumerate(net):
        z = layer["w"] @ a + layer["b"]
        a = z if i == len(net) - 1 else gelu(z)
        zs.append(z)
        acts.append(a)
    grads = [None]*len(net)
    delta = (acts[-1] - y)/n
    for i in range(len(net) - 1, -1, -1):
        grads[i] = {"w": delta @ acts[i].T, "b": delta.sum(axis=1, keepdims=True)}
        if i > 0:
            delta = (net[i]["w"].T @ delta)*gelu_prime(zs[i-1])
    return grads


def update_mini_batch(net, x, y, eta):
    for layer, g in zip(net, backprop(net, x, y)):
        for key in layer:
            layer[key] = layer[key] - eta*g[key]


def sgd(net, x, y, epochs, mini_batch_size, eta, rng):
    n = x.shape[1]
    for j in range(epochs):
        perm = rng.permutation(n)
        for k in range(0, n, mini_batch_size):
            idx = perm[k:k+mini_batch_size]
            update_mini_batch(net, x[:, idx], y[:, idx], eta)
        if j % 20 == 0:
            print("Epoch {0}: cost {1:.5f}".format(j, cost(net, x, y)))


if __name__ == "__main__":
    rng = np.random.default_rng(10)
    x = rng.uniform(-2, 2, size=(3, 160))
    y = np.vstack([np.sin(x[0])*x[1], x[2]**2 - 1])
    net = make_network([3, 12, 8, 2], rng)
    sgd(net, x, y, 101, 16, 0.05, rng)
