import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_01.py", ("wih whh who", "bh bh2 bo")
    names = {"X": "x", "T": "y", "eta": "lr", "ncycles": 1}
    activations, loss, momentum = ("sigmoid", "sigmoid", "sigmoid"), "half_sse", 0.8
    shows = {"loss": "E"}
