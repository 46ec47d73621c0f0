import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_02.py", "if __name__", "Theta"
    weight, bias, l2, l2_scale = "out_in", "folded_first_column", 1.0, "per_sample"
    activations, loss = ("sigmoid", "sigmoid"), "bce_per_sample"
    loss_of = lambda self, net, x, y: net.nnCostFunction(net.Theta1, net.Theta2, x, y, self.l2)[0]

    def step(self, net, x, y, lr, epochs):
        thetas = iter([net.Theta1, net.Theta2])
        net.randInitializeWeights = lambda *_: next(thetas)
        net.Theta1, net.Theta2, _ = net.trainNN(x, y, len(net.Theta1), lr, self.l2, epochs)
