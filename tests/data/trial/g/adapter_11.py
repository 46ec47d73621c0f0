import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_11.py", "for it in range", ("params.W", "params.b")
    samples, weight, bias, targets = "columns", "out_in", "column", "one_hot"
    activations, loss, sizes = ("relu", ..., "softmax"), "cross_entropy_per_sample", (12, 16, 12, 10, 8, 4)

    def step(self, net, x, y, lr):
        AL, cache = net.forward_prop(x, net.params)
        grads = net.backward_prop(net.params, cache, y)
        net.params = net.update_params(net.params, grads, lr)
        return grads | {"loss": net.compute_cost(AL, y)}
