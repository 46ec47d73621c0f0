import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_08.py", "if __name__", "Theta1 Theta2"
    weight, bias, targets = "out_in", "folded_first_column", "class_index"
    activations, loss, l2, l2_scale = ("sigmoid", "sigmoid"), "bce_per_sample", 0.5, "per_sample"
    sizes = "n", "h", "k"

    def step(self, net, x, y, lr, epochs):
        inits, k = iter([net.Theta1, net.Theta2]), len(net.Theta2)
        net.randInitializeWeights = lambda *_: next(inits)
        net.Theta1, net.Theta2, J = net.trainNN(x, y + 1, len(net.Theta1), k, self.l2, lr, epochs)

    def loss_of(self, net, x, y):
        return net.nnCostFunction(net.Theta1, net.Theta2, x, y + 1, len(net.Theta2), self.l2)[0]
