import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_04.py", "params = gradient_descent", ("W", "b")
    samples, weight, bias, targets = "columns", "out_in", "column", "class_index"
    activations = ("leaky_relu", 0.1), ("leaky_relu", 0.1), "softmax"
    loss, sizes = "cross_entropy_per_sample", ("n", "h1", "h2", 4)

    def step(self, net, x, y, lr, epochs):
        params = net.W1, net.b1, net.W2, net.b2, net.W3, net.b3
        net.init_params = lambda: params
        net.W1, net.b1, net.W2, net.b2, net.W3, net.b3 = net.gradient_descent(x, y, lr, epochs)
