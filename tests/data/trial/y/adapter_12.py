import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters, names = "net_12.py", "for epoch", "Ws.W", {"LAYERS": "case.sizes"}
    weight, bias, activations, loss = "out_in", "none", (("leaky_relu", 0.2), ..., "identity"), "half_sse"
    lr, l2 = 0.002, 1e-4 / 0.002

    def step(self, net, x, y, lr):
        net.Ws = net.step(x, y, net.Ws)
