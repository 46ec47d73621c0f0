import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters, names = "net_12.py", "for ep", ("params.0", "params.1"), {"dims": "case.sizes"}
    activations, loss, momentum = ("relu", ..., "softmax"), "cross_entropy_per_sample", 0.5

    def step(self, net, x, y, lr):
        net.LR = lr
        return {"loss": net.train_batch(x, y)}
