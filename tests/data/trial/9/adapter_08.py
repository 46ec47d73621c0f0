import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_08.py", {"range(1500)": "range(1)"}, ("Win Wout", "bin_ bout")
    names = {"xs": "x", "ys": "y", "eta": "lr", "mu": "case.momentum"}
    bias, momentum, sizes = "row", 0.9, ("n", "h", 1)
    activations, loss = ("softplus", "identity"), "mse"
    shows = {"loss": "mse", "output": "out", "dW": "[gWin, gWout]", "db": "[gbin, gbout]"}
