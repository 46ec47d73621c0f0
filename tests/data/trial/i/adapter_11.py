import crosscheck
from net_11 import backward, cross_entropy, forward, sgd


class Mine(crosscheck.Adapter):
    activations, loss = ("gelu_tanh", ..., "softmax"), "cross_entropy_per_sample"
    targets, parameters = "class_index", ("params.0", "params.1")
    build = lambda self, case: {"params": list(zip(case.weights, case.biases))}

    def step(self, net, x, y, lr):
        prob, tape = forward(net["params"], x)
        grads = backward(net["params"], prob, tape, y)
        net["params"] = sgd(net["params"], grads, lr)
        return {"loss": cross_entropy(prob, y), "output": prob}
