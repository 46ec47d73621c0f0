import crosscheck
from net_11 import NeuralNet


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("tanh", "sigmoid"), "mse", ("wih who", "bh bo")
    build = lambda self, case: NeuralNet(*case.sizes, case.lr)
    step = lambda self, net, x, y, lr, epochs: net.train(x, y, epochs)
    loss_of = lambda self, net, x, y: net.getLoss(x, y)
