import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_03.py", "for it in range", "hidden_layer output_neuron"
    samples, weight, bias, targets = "vector", "out_in", "folded_last_column", "vector"
    activations, loss, names = ("sigmoid", "sigmoid"), "half_sse", {"N_HIDDEN": "case.sizes[1]"}
    loss_of = lambda self, net, x, y: net.error(x, y)

    def step(self, net, x, y, lr):
        net.RATE = lr
        net.learn(x, y)
