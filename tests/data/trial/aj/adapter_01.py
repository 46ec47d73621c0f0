import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_01.py", "for it in range", "syn0 syn1"
    names, shows = {"l0": "x", "y": "y", "alpha": "lr"}, {"output": "l2"}
    bias, activations, loss = "none", ("sigmoid", "sigmoid"), "half_sse"
