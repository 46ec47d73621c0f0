import crosscheck
from crosscheck.collect import flatten, unflatten
from net_07 import polish


class Mine(crosscheck.Adapter):
    activations, loss, targets, sizes = ("tanh", "sigmoid"), "bce_per_sample", "vector", (4, 8, 1)

    def build(self, case):
        return {"g": flatten(case.weights, case.biases), "case": case}

    def step(self, net, x, y, lr):
        net["g"] = polish(net["g"], x, y, rounds=1, rate=lr)

    def read(self, net):
        W, b = unflatten(net["g"], net["case"].weights, net["case"].biases)
        return {"W": W, "b": b}
