import crosscheck
from net_07 import build_model, calculate_loss


class Mine(crosscheck.Adapter):
    bias, targets, parameters = "row", "class_index", ("W", "b")
    activations, loss = ("tanh", "softmax"), "cross_entropy_per_sample"
    l2, lr = 0.01, 0.1
    step = lambda self, net, x, y, lr, epochs: net.update(build_model(x, y, 5, epochs, model=net))
    loss_of = lambda self, net, x, y: calculate_loss(net, x, y)
