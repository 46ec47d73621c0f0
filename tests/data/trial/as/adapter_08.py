import crosscheck


class Mine(crosscheck.Script):
    file, training, names, lr = "net_08.py", "for i in range(501)", {"x": "x", "target": "y"}, 0.05
    parameters = "params.up.kernel params.mid.kernel params.down.kernel", "params.up.bias params.mid.bias params.down.bias"
    activations, loss, sizes = ("gelu_tanh", "gelu_tanh", "identity"), "half_sse_per_sample", (5, 16, 16, 2)
    loss_of = lambda self, net, x, y: net.loss_fn(net.params, x, y)
