import crosscheck


class Mine(crosscheck.Script):
    file, parameters, shows = "net_08.py", "w_in w_out", {"loss": "mse"}
    names = {"x": "x", "t": "y", "lr": "lr", "n_samples": "len(x)", "n_epochs": 1}
    bias, activations, loss, sizes = "folded_last_row", ("tanh", "identity"), "mse", ("n", "h", 1)
