import crosscheck


class Mine(crosscheck.Script):
    file, parameters, sizes = "net_12.py", "W", ("n", "h", "g", 1)
    names = {"x": "x", "t": "y", "n": "len(x)", "lr": "lr", "steps": 1}
    bias, activations, loss, momentum = "none", ("elu", "softplus", "identity"), "mse", 0.8
    shows = {"loss": "mse", "dW": "[gW1, gW2, gW3]"}
