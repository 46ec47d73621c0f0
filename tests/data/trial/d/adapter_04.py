import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_04.py", "if __name__", "w_ih w_ho"
    samples, weight, bias, momentum = "vector", "out_in", "folded_last_column", 0.5
    activations, loss, sizes = ("tanh", "identity"), "half_sse", (2, 5, 2)

    def step(self, net, x, y, lr):
        net.ETA = lr
        return {"loss": net.train_pattern(x, y)}
