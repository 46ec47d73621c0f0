import crosscheck
from net_06 import Activation_ELU, Layer_Dense, Loss_MeanSquaredError, Optimizer_SGD


class Mine(crosscheck.Adapter):
    bias, parameters = "row", ("chain.weights", "chain.biases")
    activations, loss = ("elu", ..., "identity"), "mse"
    l2, momentum = 0.1, 0.9

    def build(self, case):
        chain = []
        for m, n in zip(case.sizes, case.sizes[1:]):
            chain += [Layer_Dense(m, n, weight_regularizer_l2=self.l2 / 2), Activation_ELU()]
        return {"chain": chain[:-1], "loss": Loss_MeanSquaredError(), "opt": Optimizer_SGD(case.lr, case.momentum)}

    def step(self, net, x, y, lr):
        out = x
        for part in net["chain"]:
            part.forward(out)
            out = part.output
        loss = net["loss"].calculate(out, y) + net["loss"].regularization_loss(*net["chain"][::2])
        net["loss"].backward(out, y)
        grad = net["loss"].dinputs
        for part in reversed(net["chain"]):
            part.backward(grad)
            grad = part.dinputs
        for layer in net["chain"][::2]:
            net["opt"].update_params(layer)
        return {"loss": loss, "output": out}
