import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_02.py", {"range(3000)": "range(1)"}, "syn0 syn1 syn2"
    names = {"X": "x", "y": "y", "alpha": "lr"}
    bias, activations, loss = "none", ("sigmoid", "sigmoid", "sigmoid"), "half_sse"
