import crosscheck


class Mine(crosscheck.Script):
    file, parameters, substitute = "net_11.py", "syn0 syn1", {"range(10000)": "range(1)"}
    names = {"X": "x", "y": "y"}
    bias, activations, loss, lr = "none", ("sigmoid", "sigmoid"), "half_sse", 1.0
    shows = {"loss": "0.5 * np.sum(l2_error ** 2)"}
