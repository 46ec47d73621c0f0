import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_01.py", {"range(6000)": "range(1)"}, "syn0 syn1 syn2"
    names = {"X": "x", "y": "y", "alpha": "lr"}
    bias, activations, loss = "none", ("tanh", "tanh", "sigmoid"), "half_sse"
    shows = {"loss": "cost", "A": "[l1, l2, l3]"}
