import crosscheck


class Mine(crosscheck.Script):
    file, names = "net_01.py", {"X": "x", "y": "y", "alpha": "lr", "n_iter": 1}
    bias, parameters = "none", "syn0 syn1 syn2"
    activations, loss = ("tanh", "tanh", "sigmoid"), "half_sse"
