import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_01.py", ("wh wout", "bh bout")
    names = {"x_train": "x", "y_train": "y", "N": "len(x)", "learning_rate": "lr", "epochs": 1}
    bias, activations, loss, sizes = "row", ("relu", "sigmoid"), "bce_mean", ("n", "h", 1)
    shows = {"loss": "loss"}
