import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_01.py", "syn0 syn1"
    names = {"X": "x", "y": "y", "alpha": "lr", "ITER": 1}
    bias, activations, loss = "none", ("sigmoid", "sigmoid"), "half_sse"
