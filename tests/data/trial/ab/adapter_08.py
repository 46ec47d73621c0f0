import numpy as np
import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_08.py", "if __name__", "M_start"
    substitute = {"M = np.zeros((F.shape[1], len(LANGS)))": "M = M_start", "def train": "M_start = np.zeros((27, 3))\ndef train"}
    bias, targets, sizes = "folded_last_row", "class_index", (26, 3)
    activations, loss, l2, momentum = ("softmax",), "cross_entropy_sum", 0.1, 0.8
    loss_of = lambda self, net, x, y: net.nll(net.M_start, np.c_[x, np.ones(len(x))], y, self.l2)

    def step(self, net, x, y, lr, epochs):
        net.M_start = net.train(np.c_[x, np.ones(len(x))], y, epochs, lr, self.momentum, self.l2, verbose=0)
