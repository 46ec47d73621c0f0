import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_12.py", {"range(400)": "range(1)"}, "V w"
    names = {"A": "np.c_[x, np.ones(len(x))]", "y": "y", "eps": "lr"}
    bias, targets, activations, loss = "folded_last_row", "vector", (("leaky_relu", 0.05), "identity"), "sse"
    momentum, shows = 0.6, {"loss": "errs[-1]"}
