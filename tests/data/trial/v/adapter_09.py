import crosscheck


class Mine(crosscheck.Script):
    file, parameters, samples = "net_09.py", ("net.W", "net.b"), "columns"
    weight, bias, sizes = "out_in", "column", (2, 10, 8, 8, 4, 1)
    names = {"X_train": "x", "Y_train": "y", "LR": "lr", "EPOCHS": 1}
    activations, loss, l2 = (("leaky_relu", 0.1), ..., "sigmoid"), "bce_mean", 1e-3
    shows = {"loss": "curve[-1]", "dW": "[p['dW'] for p in net]", "db": "[p['db'] for p in net]"}
