import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_05.py", "for epoch", ("model.layers.weight", "model.layers.bias")
    names, shows = {"x": "x", "y": "y"}, {"loss": "loss"}
    activations, loss = ("silu", "silu", "identity"), "mse"
    sizes, lr = (2, 16, 12, 2), 0.05
