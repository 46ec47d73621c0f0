import crosscheck
from net_07 import MLP, cross_entropy


class Mine(crosscheck.Adapter):
    activations, loss = (("leaky_relu", 0.1), ..., "softmax"), "cross_entropy_per_sample"
    targets, parameters = "class_index", ("weights", "biases")
    build = lambda self, case: MLP(*case.sizes)
    loss_of = lambda self, net, x, y: cross_entropy(net.forward(x), y)[0]
    step = lambda self, net, x, y, lr, epochs, batch_size: net.fit(x, y, epochs, batch_size, lr)
