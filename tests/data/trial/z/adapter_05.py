import crosscheck
from net_05 import learn, new_model, objective


class Mine(crosscheck.Adapter):
    samples, weight, targets = "vector", "out_in", "vector"
    activations, loss, l2 = (("leaky_relu", 0.1), "identity"), "half_sse", 0.001
    sizes, lr, parameters = (11, 4, 1), 0.03, ("w v", "c d")
    build = lambda self, case: new_model()
    loss_of = lambda self, net, x, y: objective(net, x, y)
    step = lambda self, net, x, y, lr: learn(net, x, y)
