import crosscheck


class Mine(crosscheck.Script):
    file, substitute, until = "net_09.py", {"range(1500)": "range(1)"}, "def ik"
    names, parameters = {"x": "x", "t": "y", "lr": "lr", "B": "len(x)"}, ("W", "b")
    bias, activations, loss, momentum = "row", ("elu", "elu", "elu", "identity"), "sse_per_sample", 0.85
    shows = {"loss": "loss"}
