import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_06.py", "W1, b1, W2, b2 = gradient_descent", ("W", "b")
    samples, weight, bias, targets = "columns", "out_in", "column", "class_index"
    activations, loss, sizes = ("relu", "softmax"), "cross_entropy_per_sample", ("n", "h", 10)

    def step(self, net, x, y, lr):
        Z1, A1, Z2, A2 = net.forward_prop(net.W1, net.b1, net.W2, net.b2, x)
        grads = net.backward_prop(Z1, A1, Z2, A2, net.W1, net.W2, x, y)
        net.W1, net.b1, net.W2, net.b2 = net.update_params(net.W1, net.b1, net.W2, net.b2, *grads, lr)
        return {"loss": net.cross_entropy(A2, y)}
