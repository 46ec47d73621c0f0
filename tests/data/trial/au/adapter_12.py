import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_12.py", "for epoch", "layer"
    names, shows = {"points": "[(x, y)]", "LR": "lr"}, {"loss": "total"}
    samples, weight, bias, targets = "vector", "out_in", "folded_last_column", "vector"
    activations, loss = ("tanh", "tanh", "tanh", "sigmoid"), "bce_per_sample"
