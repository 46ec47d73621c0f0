import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_07.py", {"range(3000)": "range(1)"}, "syn0 syn1"
    names, shows = {"X": "x", "y": "y", "alpha": "lr"}, {"loss": "cost"}
    bias, activations, loss = "none", ("sigmoid", "sigmoid"), "half_sse"
