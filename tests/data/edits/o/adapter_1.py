import crosscheck
import net_1


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("gelu_tanh", ..., "identity"), "mse", ("params.0", "params.1")
    build = lambda self, case: {"params": list(zip(case.weights, case.biases))}

    def step(self, net, x, y, lr):
        old = net["params"]
        net["params"] = net_1.update(old, x, y, lr)
        return {"loss": net_1.loss(old, x, y)}
