import crosscheck


class Mine(crosscheck.Script):
    file, until, bias, parameters = "net_07.py", "print(losses", "row", ("W", "b")
    names = {"data": "x", "Y": "y", "lr": "lr", "num_iter": 1}
    activations, loss = ("tanh", "softmax"), "cross_entropy_per_sample"
    shows = {"loss": "losses[-1]"}
