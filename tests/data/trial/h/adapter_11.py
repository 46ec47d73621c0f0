import crosscheck


class Mine(crosscheck.Script):
    file, parameters, keep = "net_11.py", ("P.W", "P.b"), "V"
    names = {"X": "x", "Y": "y", "m": "len(x)", "lr": "lr", "EPOCHS": 1}
    bias, activations, loss, sizes = "row", ("tanh", "tanh", "identity"), "half_sse_per_sample", (3, 7, 5, 1)
    momentum, l2, l2_scale = 0.9, 0.5, "per_sample"
    shows = {"loss": "J"}
