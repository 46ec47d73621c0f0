import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_01.py", "syn0 syn1 syn2"
    substitute = {"range(6000)": "range(1)", "X = np.c_[X, np.ones(8)]": ""}
    names, shows = {"X": "x", "y": "y", "alpha": "lr"}, {"loss": "loss"}
    bias, activations, loss = "none", ("sigmoid", "sigmoid", "sigmoid"), "half_sse"
