import crosscheck


class Mine(crosscheck.Script):
    file, parameters, shows = "net_01.py", ("W", "B"), {"loss": "mse"}
    names = {"X": "x", "T": "y", "m": "x.shape[1]", "eta": "lr", "epochs": 1}
    samples, weight, bias, sizes = "columns", "out_in", "column", ("n", "h", 1)
    activations, loss = ("tanh", "identity"), "mse"
