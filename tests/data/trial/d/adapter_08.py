import crosscheck
from net_08 import MLP, MLPConfig


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("gelu_tanh", ..., "identity"), "mse", ("weights", "biases")

    def build(self, case):
        return MLP(MLPConfig(layer_sizes=case.sizes, learning_rate=case.lr))

    def step(self, net, x, y, lr):
        return {"loss": net.train_step(x, y)}
