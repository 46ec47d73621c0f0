import crosscheck


class Mine(crosscheck.Script):
    file, training = "net_04.py", "for epoch in range(epochs)"
    parameters = "hidden_weights output_weights", "hidden_bias output_bias"
    names, shows = {"X": "x", "y": "y", "lr": "lr"}, {"loss": "mse"}
    bias, activations, loss, sizes = "row", ("sigmoid", "sigmoid"), "mse", ("n", "h", 1)
