import crosscheck
from net_08 import Neural_Network, trainer


class Mine(crosscheck.Adapter):
    bias, sizes, parameters = "none", (3, 4, 1), "W"
    activations, loss, l2 = ("tanh", "sigmoid"), "half_sse_per_sample", 0.1
    build = lambda self, case: Neural_Network(Lambda=case.l2)
    loss_of = lambda self, net, x, y: net.costFunction(x, y)
    step = lambda self, net, x, y, lr, epochs: trainer(net).train(x, y, lr, epochs)
