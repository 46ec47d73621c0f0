import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_09.py", ("syn0 syn1 syn2", "bias0 bias1 bias2")
    names = {"features": "x", "target": "y", "learning_rate": "lr", "iterations": 1}
    bias, activations, loss, sizes = "row", ("tanh", "tanh", "sigmoid"), "bce_mean", ("n", "h", "m", 1)
    shows = {"loss": "bce(target, l3)"}
