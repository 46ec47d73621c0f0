import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_07.py", "for epoch", "Wa Wb Wc"
    names, shows = {"data": "[x]", "labels": "[y]", "lr": "lr"}, {"loss": "total"}
    samples, weight, bias, targets = "vector", "out_in", "none", "vector"
    activations, loss = (("leaky_relu", 0.1), ("leaky_relu", 0.1), "sigmoid"), "bce_per_sample"
