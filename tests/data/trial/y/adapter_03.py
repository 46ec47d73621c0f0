import crosscheck
import net_03


class Mine(crosscheck.Adapter):
    weight, activations, loss = "out_in", ("gelu_tanh", ..., "identity"), "half_sse_per_sample"
    parameters = "model.layers.kernel", "model.layers.bias"
    build = lambda self, case: {"model": net_03.Model(tuple(map(net_03.Dense, case.weights, case.biases)))}

    def step(self, net, x, y, lr):
        loss, grads = net_03.gradients(net["model"], x, y)
        net["model"] = net_03.step(net["model"], grads, lr)
        return {"loss": loss}
