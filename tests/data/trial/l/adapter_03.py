import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters, sizes = "net_03.py", "if __name__", "wih who", (2, 4, 1)
    samples, bias, activations, loss = "vector", "folded_last_row", ("tanh", "tanh"), "half_sse"

    def step(self, net, x, y, lr):
        net.ETA = lr
        net.recall(x)
        loss = net.sqerr(y)
        net.learn(y)
        return {"loss": loss}
