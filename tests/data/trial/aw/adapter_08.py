import crosscheck
from net_08 import objective, sgd


class Mine(crosscheck.Adapter):
    activations, loss = (("leaky_relu", 0.1), ..., "softmax"), "cross_entropy_per_sample"
    targets, l2, l2_scale, parameters = "class_index", 2.0, "per_sample", ("0", "1")
    build = lambda self, case: list(zip(case.weights, case.biases))
    step = lambda self, net, x, y, lr: sgd(net, x, y, lr)
    loss_of = lambda self, net, x, y: objective(net, x, y)
