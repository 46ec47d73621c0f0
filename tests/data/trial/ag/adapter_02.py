import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters, sizes = "net_02.py", "if __name__", "w_versteckt w_aus", (2, 4, 2)
    samples, weight, bias = "vector", "out_in", "folded_last_column"
    activations, loss = ("tanh", "sigmoid"), "half_sse"

    def step(self, net, x, y, lr):
        net.LERNRATE = lr
        return {"loss": net.lerne(x, y)}
