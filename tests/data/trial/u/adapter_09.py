import crosscheck
import numpy as np
from crosscheck.collect import flatten, unflatten


class Mine(crosscheck.Adapter):
    samples, weight, targets, sizes = "columns", "out_in", "vector", (2, "h", 1)
    activations, loss, momentum = ("tanh", "identity"), "half_sse_per_sample", 0.8

    def build(self, case):
        q = flatten(case.weights, case.biases)
        return {"q": q, "dq": np.zeros_like(q), "case": case}

    def step(self, net, x, y, lr):
        given = {"inputs": x, "rate": y, "sigma": np.ones_like(y), "n": len(y), "nh": net["case"].sizes[1]}
        given |= {"q": net["q"], "dq": net["dq"], "rate_of_learning": lr, "momentum": self.momentum}
        done = crosscheck.run_script("net_09.py", substitute={"range(400)": "range(1)"}, names=given)
        net.update(q=done["q"], dq=done["dq"])
        return {"loss": done["chi2"]}

    def read(self, net):
        W, b = unflatten(net["q"], net["case"].weights, net["case"].biases)
        return {"W": W, "b": b}
