import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_06.py", "y1 = y0 = 0.0", ("Wh Wo", "bh bo")
    samples, weight, bias, targets, momentum = "vector", "out_in", "row", "vector", 0.5
    activations, loss, sizes = ("softplus", "identity"), "half_sse", (3, 8, 1)

    def step(self, net, x, y, lr):
        net.mu = lr
        return {"loss": 0.5 * net.adapt(x, y) ** 2}
