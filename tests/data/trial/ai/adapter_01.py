import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_01.py", "for j in range(3000)", "syn0 syn1"
    names, shows, lr = {"X": "x", "y": "y"}, {"loss": "err"}, 1.0
    bias, activations, loss = "none", ("sigmoid", "sigmoid"), "half_sse"
