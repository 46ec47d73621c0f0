import numpy as np
import crosscheck


def linear(store, name):
    def forward(x):
        def backward(g, grads):
            grads[name] = (g.T @ x, g.sum(0))
            return g @ store[name][0]
        W, b = store[name]
        return x @ W.T + b, backward
    return forward


def silu(z):
    s = 1 / (1 + np.exp(-z))
    return z * s, lambda g, grads: g * (s + z * s * (1 - s))


def make_model(store):
    fs = []
    for name in store:
        fs += [linear(store, name), silu]
    return fs[:-1]


def make_trainer(store, mu=0.8, wd=0.01):
    model, velocity = make_model(store), {}

    def train(x, y, lr):
        tape = []
        for f in model:
            x, back = f(x)
            tape.append(back)
        g, grads = 2 * (x - y) / len(x), {}
        for back in reversed(tape):
            g = back(g, grads)
        for name, gs in grads.items():
            gs = [g + wd * p for g, p in zip(gs, store[name])]
            vs = [mu * v + g for v, g in zip(velocity[name], gs)] if name in velocity else gs
            velocity[name] = vs
            store[name] = tuple(p - lr * (g + mu * v) for p, g, v in zip(store[name], gs, vs))
    return train


class Mine(crosscheck.Adapter):
    weight, activations, loss = "out_in", ("silu", ..., "identity"), "sse_per_sample"
    momentum, nesterov, weight_decay, parameters = 0.8, True, 0.01, ("store.0", "store.1")

    def build(self, case):
        store = {f"layer{i}": p for i, p in enumerate(zip(case.weights, case.biases))}
        return {"store": store, "train": make_trainer(store, self.momentum, self.weight_decay)}

    def step(self, net, x, y, lr):
        net["train"](x, y, lr)


EXPECTED = {"Mine": ("agrees", [])}
