import crosscheck
from net_09 import backward, forward, loss_fn


class Mine(crosscheck.Adapter):
    bias, parameters = "row", ("w", "b")
    activations, loss = ("gelu_tanh", "gelu_tanh", "softmax"), "cross_entropy_per_sample"
    read = lambda self, net: {}

    def step(self, net, x, y, lr):
        p, cache = forward(net, x)
        g = backward(net, p, y, cache)
        dW, db = crosscheck.collect(g, "w"), crosscheck.collect(g, "b")
        return {"dW": dW, "db": db, "output": p, "loss": loss_fn(p, y)}
