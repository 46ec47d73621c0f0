import crosscheck


class Mine(crosscheck.Script):
    file, parameters, shows = "net_12.py", ("W", "b"), {"loss": "cost()"}
    names = {"X": "x", "y": "y", "n": "len(x)", "rate": "lr", "epochs": 1}
    activations, loss = ("sigmoid", "sigmoid", "identity"), "half_sse_per_sample"
