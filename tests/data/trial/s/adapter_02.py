import crosscheck
import net_02


class Mine(crosscheck.Adapter):
    weight, targets, parameters = "out_in", "vector", ("layers.w.data", "layers.b.data")
    activations, loss = ("tanh", ..., "identity"), "mse"
    build = lambda self, case: net_02.MLP(case.sizes)
    step = lambda self, net, x, y, lr: {"loss": net_02.step(net, x, y, lr)}
