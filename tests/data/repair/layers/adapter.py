import network
import crosscheck


class Mine(crosscheck.Adapter):
    weight, momentum, nesterov = "out_in", 0.9, True
    activations, loss = (("leaky_relu", 0.1), ..., "sigmoid"), "half_sse_per_sample"

    def build(self, case):
        net = network.Network(case.sizes, mu=case.momentum)
        crosscheck.assign(net.layers, "W", case.weights), crosscheck.assign(net.layers, "b", case.biases)
        return net

    def step(self, net, x, y, lr):
        output, loss = net.train(x, y, lr)
        return {"output": output, "loss": loss}

    def read(self, net):
        return {q: crosscheck.collect(net.layers, q) for q in ("W", "b", "dW", "db")}
