import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_07.py", "for step in range(400)", ("params.0", "params.1")
    names, lr, sizes = {"x": "x", "onehot": "y"}, 0.2, (5, 12, 10, 8, 3)
    weight, activations, loss, l2 = "out_in", ("gelu_tanh", ..., "softmax"), "cross_entropy_per_sample", 1e-3
    loss_of = lambda self, net, x, y: net.objective(net.params, x, y, self.l2)
