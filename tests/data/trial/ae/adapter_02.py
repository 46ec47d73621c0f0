import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_02.py", "if __name__", ("Theta", "b")
    samples, weight, bias, sizes = "columns", "out_in", "column", ("n", "h", 1)
    activations, loss, l2, l2_scale = ("sigmoid", "sigmoid"), "bce_per_sample", 0.3, "per_sample"

    def step(self, net, x, y, lr):
        thetas, zeros = iter([net.Theta1, net.Theta2]), iter([net.b1, net.b2, [None]])
        net.randInitializeWeights = lambda *_: next(thetas)
        net.zeros = lambda *_: next(zeros)
        net.Theta1, net.b1, net.Theta2, net.b2, J = net.trainNN(x, y, alpha=lr, lambda_=self.l2, num_iters=1)
        return {"loss": J[0]}
