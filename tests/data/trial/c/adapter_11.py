import crosscheck


class Mine(crosscheck.Script):
    file, parameters, shows = "net_11.py", ("W", "b"), {"loss": "losses[-1]"}
    names = {"t": "x", "signal": "y", "lr": "lr", "num_epochs": 1}
    activations, loss, momentum = ("tanh", "tanh", "identity"), "mse", 0.9
