import crosscheck


class Mine(crosscheck.Script):
    file, substitute = "net_12.py", {"range(500)": "range(1)"}
    names, shows = {"x": "x", "y": "y", "learning_rate": "lr"}, {"loss": "loss"}
    parameters, sizes = ("w", "b"), ("n", "h", "h", "k")
    activations, loss, momentum = ("softplus", "softplus", "identity"), "sse", 0.9
