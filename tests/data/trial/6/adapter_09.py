import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_09.py", "if __name__", ("W", "b")
    samples, weight, bias = "columns", "out_in", "column"
    activations, loss, momentum = ("tanh", "tanh", "softmax"), "half_sse_per_sample", 0.5

    def step(self, net, x, y, lr, epochs, batch_size):
        net.init = lambda *_: ([None, *net.W], [None, *net.b])
        net.args.update(lr=lr, momentum=self.momentum, epochs=epochs, batch_size=batch_size)
        loss = net.loss_fn(net.forward_prop(x, *net.init())[2], y)
        W, b = net.train(x, y)
        net.W, net.b = W[1:], b[1:]
        return {"loss": loss}
