import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters, sizes = "net_11.py", "if __name__", ("W", "b"), ("n", "h", 5)
    samples, weight, bias, targets = "columns", "out_in", "column", "class_index"
    activations, loss = ("relu", "softmax"), "cross_entropy_per_sample"

    def step(self, net, x, y, lr, epochs):
        net.init_params = lambda: (net.W1, net.b1, net.W2, net.b2)
        net.W1, net.b1, net.W2, net.b2 = net.gradient_descent(x, y, lr, epochs)

    def loss_of(self, net, x, y):
        return net.cross_entropy(net.forward_prop(net.W1, net.b1, net.W2, net.b2, x)[-1], y)
