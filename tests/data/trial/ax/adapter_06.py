import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_06.py", "for epoch in range(n_epochs)", ("model.layers.W", "model.layers.b")
    names, shows = {"X": "x", "Y": "y", "lr": "lr"}, {"loss": "loss"}
    activations, loss, sizes = (("leaky_relu", 0.1), ..., "identity"), "mse", (2, 16, 8, 2)
