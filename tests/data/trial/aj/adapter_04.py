import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_04.py", "for epoch", ("net.layers.weight", "net.layers.bias")
    names, shows = {"x": "x", "y": "y", "opt.lr": "lr"}, {"loss": "loss"}
    substitute = {"len(x), 32": "len(x), len(x)", "s + 32": "s + len(x)"}
    weight, targets, momentum, sizes = "out_in", "class_index", 0.9, (2, 16, 12, 3)
    activations, loss = ("gelu_tanh", "gelu_tanh", "softmax"), "cross_entropy_per_sample"
