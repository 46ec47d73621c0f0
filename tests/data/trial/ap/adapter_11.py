import crosscheck


class Mine(crosscheck.Script):
    file, parameters, bias, shows = "net_11.py", "W", "none", {"loss": "loss"}
    names = {"X": "x", "head": "y", "lr": "lr", "n_epochs": 1, "dims": "case.sizes", "n_hidden": "case.n_layers - 1"}
    activations, loss, sizes = ("softplus", ..., "identity"), "mse", ("n", ..., 1)
