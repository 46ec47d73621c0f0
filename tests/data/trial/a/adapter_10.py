import crosscheck
import net_10


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("silu", ..., "sigmoid"), "mse", ("w", "b")
    build = lambda self, case: net_10.build(case.sizes)
    step = lambda self, net, x, y, lr: {"loss": net_10.train_step(net, x, y, lr)}
