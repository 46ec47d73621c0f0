import crosscheck
from net_07 import NeuralNetwork


class Mine(crosscheck.Adapter):
    samples, weight, bias = "vector", "out_in", "column"
    activations, loss = ("sigmoid", "sigmoid"), "half_sse"
    parameters = "weights_ih weights_ho", "bias_h bias_o"
    build = lambda self, case: NeuralNetwork(*case.sizes)
    step = lambda self, net, x, y, lr: (net.setLearningRate(lr), net.train(x, y))
    loss_of = lambda self, net, x, y: net.error(x, y)
