import crosscheck
from net_12 import example_loss, new_net, sgd_on_example

class Mine(crosscheck.Adapter):
    samples, weight, targets, parameters = "vector", "out_in", "vector", ("A B c", "a b c0")
    activations, loss = ("silu", "tanh", "sigmoid"), "bce_per_sample"
    build = lambda self, case: new_net(*case.sizes[:-1])
    step = lambda self, net, x, y, lr: sgd_on_example(net, x, 2 * y - 1, lr)
    loss_of = lambda self, net, x, y: example_loss(net, x, 2 * y - 1)
