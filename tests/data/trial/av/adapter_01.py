import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_01.py", "for j in range(n_iter)", "syn0 syn1"
    names, shows = {"X": "x", "y": "y", "alpha": "lr"}, {"loss": "0.5 * np.sum(l2_error ** 2)"}
    bias, activations, loss = "none", ("sigmoid", "sigmoid"), "half_sse"
