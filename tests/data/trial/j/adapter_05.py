import crosscheck
from net_05 import Brain

class Mine(crosscheck.Adapter):
    samples, weight, bias, momentum = "vector", "out_in", "folded_last_column", 0.8
    activations, loss, parameters = ("tanh", "tanh"), "half_sse", "hidden.dendrites.w motor.dendrites.w"
    build = lambda self, case: Brain(*case.sizes)
    step = lambda self, net, x, y, lr: {"loss": net.learn(x, y, lr, self.momentum)}
