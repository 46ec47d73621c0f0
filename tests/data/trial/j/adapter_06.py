import crosscheck
from crosscheck.collect import flatten, unflatten

class Mine(crosscheck.Adapter):
    activations, loss, sizes = ("softplus", "identity"), "half_sse_per_sample", (1, "h", 1)
    build = lambda self, case: {"theta": flatten(case.weights, case.biases), "case": case}

    def step(self, net, x, y, lr):
        names = {"x": x[:, 0], "f": y[:, 0], "n": len(x), "p": net["case"].sizes[1], "tau": lr, "itmax": 1}
        script = crosscheck.run_script("net_06.py", names=names | {"theta": net["theta"]})
        net["theta"] = script["theta"]
        return {"loss": script["hist"][0]}

    def read(self, net):
        W, b = unflatten(net["theta"], net["case"].weights, net["case"].biases)
        return {"W": W, "b": b}
