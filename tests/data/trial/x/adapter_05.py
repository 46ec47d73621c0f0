import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_05.py", "if __name__", ("W", "b")
    activations, loss, momentum = ("relu", "relu", "identity"), "mse", 0.9
    sizes = ("n", "h", "h", 1)

    def step(self, net, x, y, lr):
        net.lr = lr
        return {"loss": net.train_on_batch(x, y)}
