import crosscheck
from net_09 import PriceNetwork


class Mine(crosscheck.Adapter):
    bias, activations, loss = "row", ("softplus", "softplus", "identity"), "half_sse_per_sample"
    parameters, sizes = ("weightsOne weightsTwo weightsOut", "biasOne biasTwo biasOut"), ("n", "h", "h", "k")
    build = lambda self, case: PriceNetwork(case.sizes[0], case.sizes[1], case.n_outputs, case.lr)

    def step(self, net, x, y, lr):
        output = net.feedForward(x)
        loss = net.getError(y)
        net.backPropagate(y)
        return {"output": output, "loss": loss}
