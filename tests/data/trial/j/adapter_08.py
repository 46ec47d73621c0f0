import crosscheck
from net_08 import MSELoss, build

class Mine(crosscheck.Adapter):
    activations, loss = (("leaky_relu", 0.1), ("leaky_relu", 0.1), ("leaky_relu", 0.1), "identity"), "mse"
    bias, momentum, parameters, sizes = "row", 0.9, ("modules.w", "modules.b"), ("n", "h", "h", "h", "k")
    build = lambda self, case: build(None, case.sizes[0], case.n_outputs, case.sizes[1])
    step = lambda self, net, x, y, lr: {"loss": net.train_step(x, y, MSELoss(), lr)}
