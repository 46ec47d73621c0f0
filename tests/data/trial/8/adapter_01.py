import crosscheck

class Mine(crosscheck.Script):
    file, substitute, parameters = "net_01.py", {"range(6000)": "range(1)"}, "syn0 syn1 syn2"
    names, shows = {"X": "x", "y": "y", "alpha": "lr"}, {"loss": "cost", "output": "l3"}
    bias, activations, loss = "none", ("sigmoid", "sigmoid", "sigmoid"), "half_sse"
