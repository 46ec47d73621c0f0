import crosscheck


class Mine(crosscheck.Script):
    file, parameters, shows = "net_02.py", ("W", "b"), {"loss": "cost"}
    names = {"X": "x", "Y": "y", "alpha": "lr", "EPOCHS": 1, "m": "x.shape[1]"}
    samples, weight, bias = "columns", "out_in", "column"
    activations, loss = ("sigmoid", "sigmoid"), "bce_per_sample"
    l2, l2_scale = 0.8, "per_sample"
