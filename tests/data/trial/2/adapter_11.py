import crosscheck
from net_11 import make_model


class Mine(crosscheck.Adapter):
    activations, loss, targets = (("elu", 0.7), ..., "softmax"), "cross_entropy_per_sample", "one_hot"
    l2, parameters, flat = 0.01, "theta", "C"
    build = lambda self, case: dict(zip(("theta", "objective"), make_model(case.sizes, l2=self.l2)))

    def step(self, net, x, y, lr):
        value, grad = net["objective"](net["theta"], x, y)
        net["theta"] = net["theta"] - lr * grad
        return {"loss": value, "dW": grad}
