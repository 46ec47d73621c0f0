import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_05.py", "for i in range(steps)", ("net.layers.w", "net.layers.b")
    names, shows = {"x": "x", "t": "y", "lr": "lr"}, {"loss": "loss"}
    bias, sizes = "row", (2, 12, 8, 3)
    activations, loss = ("silu", ..., "softmax"), "cross_entropy_per_sample"
