import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_05.py", "for epoch", ("model.layers.weight", "model.layers.bias")
    names, shows, lr, sizes = {"x": "x", "y": "y"}, {"loss": "loss"}, 0.1, (3, 12, 8, 2)
    activations, loss = ("silu", "silu", "identity"), "mse"
