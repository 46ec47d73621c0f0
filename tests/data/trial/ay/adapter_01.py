import crosscheck

class Mine(crosscheck.Script):
    file, training, parameters = "net_01.py", "for j in range", "syn0 syn1 syn2"
    names, shows = {"X": "x", "y": "y", "alpha": "lr"}, {"output": "l3"}
    bias, activations, loss = "none", ("sigmoid", "sigmoid", "sigmoid"), "half_sse"
