import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_12.py", "if __name__", ("W", "b")
    samples, weight, bias, targets = "columns", "out_in", "column", "class_index"
    activations, loss = ("relu", "relu", "softmax"), "cross_entropy_per_sample"

    def step(self, net, x, y, lr):
        net.init_params = lambda **_: (net.W1, net.b1, net.W2, net.b2, net.W3, net.b3)
        net.W1, net.b1, net.W2, net.b2, net.W3, net.b3 = net.gradient_descent(x, y, lr, 1)

    def loss_of(self, net, x, y):
        return net.cross_entropy(net.forward_prop(net.W1, net.b1, net.W2, net.b2, net.W3, net.b3, x)[-1], y)
