import crosscheck
import net_09


class Mine(crosscheck.Adapter):
    activations, loss, sizes = ("tanh", "tanh", "sigmoid"), "bce_mean", ("n", "h", "g", 1)
    parameters = "tree.0", "tree.1"
    build = lambda self, case: {"tree": list(zip(case.weights, case.biases))}

    def step(self, net, x, y, lr):
        loss, grads = net_09.loss_and_grads(net["tree"], x, y)
        net["tree"] = net_09.tree_axpy(-lr, grads, net["tree"])
        return {"loss": loss}
