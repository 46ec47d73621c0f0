import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_12.py", {"range(1000)": "range(1)"}, ("W", "b")
    names = {"XY": "x", "T": "y", "N": "len(x)", "eta": "lr"}
    activations, loss = ("elu", "elu", "elu", "elu", "identity"), "half_sse_per_sample"
    shows = {"loss": "loss"}
