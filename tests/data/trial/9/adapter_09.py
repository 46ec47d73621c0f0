import crosscheck
from net_09 import J, step


class Mine(crosscheck.Adapter):
    activations, loss = ("gelu_tanh", ..., "identity"), "half_sse_per_sample"
    build = lambda self, case: [None, *map(list, zip(case.weights, case.biases))]
    step = lambda self, net, x, y, lr: step(net, x, y, lr)
    read = lambda self, net: {"W": [W for W, b in net[1:]], "b": [b for W, b in net[1:]]}
    loss_of = lambda self, net, x, y: J(net, x, y)
