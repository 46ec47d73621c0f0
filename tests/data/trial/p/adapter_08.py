import crosscheck


class Mine(crosscheck.Script):
    file, parameters, shows = "net_08.py", ("W", "b"), {"loss": "costo"}
    names = {"X": "x", "Y": "y", "N": "len(x)", "lr": "lr", "epocas": 1}
    bias, activations, loss = "row", ("tanh", "tanh", "identity"), "half_sse_per_sample"
    momentum, l2 = 0.8, 0.0005
