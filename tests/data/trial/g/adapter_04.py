import crosscheck

ONE_CYCLE = {"range(300)": "range(1)", "desc = (desc - desc.mean(0)) / desc.std(0)": ""}


class Mine(crosscheck.Adapter):
    samples, weight, bias, targets = "row", "out_in", "column", "vector"
    activations, loss = ("tanh", "identity"), "half_sse"

    def build(self, case):
        return {"V": case.weights[0], "theta": -case.biases[0], "w": case.weights[1], "w0": case.biases[1]}

    def step(self, net, x, y, lr):
        given = {"desc": x, "t_all": [y], "eta": lr}
        after = crosscheck.run_script("net_04.py", substitute=ONE_CYCLE, names=net | given)
        net.update({name: after[name] for name in net})

    def read(self, net):
        return {"W": [net["V"], net["w"]], "b": [-net["theta"], net["w0"]]}
