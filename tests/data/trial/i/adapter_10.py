import crosscheck


class Mine(crosscheck.Script):
    file, parameters, sizes = "net_10.py", ("W", "b"), ("n", "h", "h", 1)
    names = {"x": "x", "y": "y", "lr": "lr", "mu": "case.momentum", "EPOCHS": 1}
    activations, loss, momentum = ("relu", "relu", "sigmoid"), "bce_mean", 0.9
    shows = {"loss": "logloss(p, y)", "dW": "[gW1, gW2, gW3]", "db": "[gb1, gb2, gb3]"}
