import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_02.py", "for j in range(iterations)", "syn0 syn1"
    names, shows = {"X": "x", "y": "y", "alpha": "lr"}, {"loss": "E"}
    bias, activations, loss = "none", ("sigmoid", "sigmoid"), "half_sse"
