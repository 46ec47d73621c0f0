import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters, sizes = "net_02.py", "def to_kpa", ("W", "b"), ("n", "h", 1)
    names = {"X": "x", "Y": "y", "LR": "lr", "EPOCHS": 1, "N": "len(x)"}
    activations, loss, shows = ("tanh", "identity"), "mse", {"loss": "mse"}
