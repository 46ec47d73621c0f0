import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_11.py", ("W", "b")
    names = {"X": "x", "Y": "y", "taxa": "lr", "epocas": 1}
    samples, weight, bias = "columns", "out_in", "column"
    activations, loss = ("tanh", "tanh", "sigmoid"), "bce_per_sample"
    shows = {"loss": "custo"}
