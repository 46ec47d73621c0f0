import crosscheck
import net_14


class Mine(crosscheck.Adapter):
    activations, loss, targets = ("tanh", "tanh", "tanh", "sigmoid"), "bce_per_sample", "class_index"
    momentum, parameters, sizes = 0.8, ("W", "b"), ("n", "h", "h", "h", 1)

    def build(self, case):
        return {"W": case.weights, "b": case.biases, "v": net_14.make_velocity(*case.sizes[:2], 3)}

    def step(self, net, x, y, lr):
        return {"loss": net_14.step(net["W"], net["b"], *net["v"], x, 2.0 * y - 1, lr, self.momentum)}
