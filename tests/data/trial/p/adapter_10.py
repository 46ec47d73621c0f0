import crosscheck
import net_10


class Mine(crosscheck.Adapter):
    weight, parameters, sizes = "out_in", ("layers.weight", "layers.bias"), (2, 16, 12, 8, 2)
    activations, loss = ("gelu_tanh", "softplus", "gelu_tanh", "identity"), "mse"
    build = lambda self, case: net_10.build()
    step = lambda self, net, x, y, lr: {"loss": net.train_step(x, y, lr)}
