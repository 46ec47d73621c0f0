import crosscheck


class Mine(crosscheck.Script):
    file, training = "net_10.py", "for epoch in range"
    parameters = "weights_hidden weights_out", "bias_hidden bias_out"
    names = {"features": "x", "labels": "y", "learning_rate": "lr", "n_samples": "len(x)"}
    shows, bias, momentum, sizes = {"loss": "loss"}, "row", 0.8, ("n", "h", 1)
    activations, loss = ("tanh", "sigmoid"), "bce_mean"
