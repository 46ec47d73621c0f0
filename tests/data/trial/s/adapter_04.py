import crosscheck
from net_04 import NeuralNetwork


class Mine(crosscheck.Adapter):
    samples, weight, bias = "vector", "out_in", "column"
    activations, loss = ("sigmoid", "sigmoid"), "half_sse"
    parameters = "weights_ih.data weights_ho.data", "bias_h.data bias_o.data"
    build = lambda self, case: NeuralNetwork(*case.sizes, case.lr)

    def step(self, net, x, y, lr):
        loss = net.loss(x, y)
        net.train(x, y)
        return {"loss": loss}
