import crosscheck
from crosscheck.collect import flatten


class Mine(crosscheck.Adapter):
    bias, activations, loss = "folded_last_row", ("silu", ..., "softmax"), "cross_entropy_per_sample"
    l2, momentum, sizes = 1e-2, 0.8, (2, 9, 8, 7, 6, 4)
    read = lambda self, net: {"W": net["views"](net["theta"]), "loss": net["value"]}

    def build(self, case):
        return crosscheck.run_script("net_10.py", until="for t in range") | {"theta": flatten(case.weights)}

    def step(self, net, x, y, lr):
        net.update(crosscheck.run_script("net_10.py", names=net | {"X": x, "Y": y, "RATE": lr, "STEPS": 1}))
