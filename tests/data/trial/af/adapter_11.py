import crosscheck
from net_11 import NeuralNet


class Mine(crosscheck.Adapter):
    activations, loss = ("elu", "softmax"), "cross_entropy_per_sample"
    parameters = "w_ih w_ho", "bias_h bias_o"
    build = lambda self, case: NeuralNet(*case.sizes, case.lr)
    step = lambda self, net, x, y, lr, epochs: net.fit(x, y, epochs)
    loss_of = lambda self, net, x, y: (net.forward(x), net.cross_entropy(y))[1]
