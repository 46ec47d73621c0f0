import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_01.py", "syn0 syn1"
    names = {"X": "x", "y": "y", "steps": 1}
    bias, activations, loss, lr = "none", ("sigmoid", "sigmoid"), "half_sse", 1.0
