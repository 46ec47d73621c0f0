import crosscheck
from net_02 import Trainer, ValueNet


class Mine(crosscheck.Adapter):
    activations, loss = (("leaky_relu", 0.05), ..., "identity"), "mse"
    parameters = "net.weights", "net.biases"
    build = lambda self, case: Trainer(ValueNet(case.sizes), case.lr)

    def step(self, net, x, y, lr):
        net.step(x, y, 2 * x, y)
        return {"loss": net.history[-1][0]}
