import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_1.py", ("W", "b")
    samples, weight, bias = "columns", "out_in", "column"
    names = {"X": "x", "Y": "y", "lr": "lr", "m": "x.shape[1]", "epochs": 1}
    activations, loss, momentum = ("tanh", "tanh", "sigmoid"), "half_sse_per_sample", 0.9
    shows = {"loss": "cost"}
