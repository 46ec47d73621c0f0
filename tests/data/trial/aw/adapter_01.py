import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_01.py", "for j in range(6000)", "syn0 syn1"
    names, shows = {"X": "x", "y": "y", "alpha": "lr"}, {"loss": "loss"}
    bias, activations, loss = "none", ("sigmoid", "sigmoid"), "half_sse"
