import crosscheck

class Mine(crosscheck.Script):
    file, until, parameters = "net_06.py", "train_network(network, dataset", "network.weights"
    samples, weight, bias, targets = "vector", "out_in", "folded_last_column", "class_index"
    activations, loss, sizes = ("sigmoid", "sigmoid"), "half_sse", (3, 4, 2)

    def step(self, net, x, y, lr, epochs):
        net.train_network(net.network, [[*x, y]], lr, epochs, net.n_outputs)
