import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_06.py", {"range(80)": "range(1)"}, ("W", "b")
    names = {"X": "x", "Y": "y", "y": "y.argmax(1)", "lr": "lr", "bs": "len(x)"}
    bias, activations, loss = "row", (("leaky_relu", 0.01), ..., "softmax"), "cross_entropy_per_sample"
    momentum, sizes = 0.9, ("n", "h", "h2", "k")
    shows = {"loss": "losses[-1]"}
