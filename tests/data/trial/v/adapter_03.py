import crosscheck


class Mine(crosscheck.Script):
    file, parameters, bias = "net_03.py", "syn0 syn1 syn2", "none"
    names = {"X": "x", "y": "y", "alpha": "lr", "n_iter": 1}
    activations, loss = ("sigmoid", "sigmoid", "sigmoid"), "half_sse"
    shows = {"loss": "E"}
