import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_11.py", "for epoch", ("model.mods.weight.data", "model.mods.bias.data")
    weight, activations, loss = "out_in", (("leaky_relu", 0.01), ("leaky_relu", 0.01), "identity"), "mse"
    sizes = (3, 12, 6, 2)

    def step(self, net, x, y, lr):
        net.opt.lr = lr
        loss = net.criterion(net.model(x), y)
        net.model.backward(net.criterion.backward())
        net.opt.step()
        return {"loss": loss}
