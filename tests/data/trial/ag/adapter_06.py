import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_06.py", {"range(6000)": "range(1)"}, "syn0 syn1 syn2"
    names = {"l0": "x", "y": "y", "alpha": "lr"}
    bias, activations, loss = "none", ("sigmoid", "sigmoid", "sigmoid"), "half_sse"
    shows = {"loss": "0.5 * np.sum(l3_error ** 2)", "output": "l3"}
