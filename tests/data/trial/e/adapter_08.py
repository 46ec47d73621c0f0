import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_08.py", "if __name__", ("w_hid w_out", "b_hid b_out")
    samples, weight, activations, loss, sizes = "vector", "out_in", ("sigmoid", "sigmoid"), "half_sse", (3, 5, 2)

    def step(self, net, x, y, lr):
        net.RATE = lr
        return {"loss": net.nn_learn(x, y)}
