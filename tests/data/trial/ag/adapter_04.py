import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters, sizes = "net_04.py", "if __name__", ("W", "b"), ("n", "h", 10)
    samples, weight, bias, targets = "columns", "out_in", "column", "class_index"
    activations, loss = ("relu", "softmax"), "cross_entropy_per_sample"
    loss_of = lambda self, net, x, y: net.get_loss(net.forward_prop(net.W1, net.b1, net.W2, net.b2, x)[3], y)

    def step(self, net, x, y, lr, epochs):
        net.init_params = lambda *_: (net.W1, net.b1, net.W2, net.b2)
        net.W1, net.b1, net.W2, net.b2 = net.gradient_descent(x, y, lr, epochs)
