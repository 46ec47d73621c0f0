import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_06.py", "for it in range(200)", ("theta", "theta0")
    names = {"Xtrain": "x", "ytrain": "y", "N": "len(x)", "D": "case.sizes[0]", "eta": "lr"}
    shows = {"loss": "history[-1]", "dW": "[grad]", "db": "[grad0]"}
    activations, loss, targets = ("sigmoid",), "bce_per_sample", "vector"
    l2, l2_scale, momentum = 0.5, "per_sample", 0.9
