import crosscheck
from net_12 import MultinomReg


class Mine(crosscheck.Adapter):
    activations, loss, l2 = ("softmax",), "cross_entropy_per_sample", 0.1
    parameters = "beta", "beta0"
    build = lambda self, case: MultinomReg(*case.sizes, case.lr, self.l2)
    step = lambda self, net, x, y, lr: net.sgd_step(x, y)
    loss_of = lambda self, net, x, y: net.objective(x, y)
