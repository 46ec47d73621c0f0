import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_11.py", "if __name__", ("wi wo", "bh bo")
    names = {"NI": "case.sizes[0]", "NH": "case.sizes[1]"}
    samples, targets, sizes = "vector", "vector", ("n", "h", 1)
    activations, loss = ("silu", "sigmoid"), "bce_sum"

    def step(self, net, x, y, lr):
        net.LR = lr
        return {"loss": net.learn(x, y)}
