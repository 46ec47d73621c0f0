import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_12.py", {"range(150)": "range(1)"}, "w"
    names = {"Ftr": "np.hstack([x, np.ones((len(x), 1))])", "str_": "2 * y - 1", "n_train": "len(x)",
             "lags": "case.sizes[0]", "lam": "case.l2", "eta": "lr"}
    bias, targets, l2 = "folded_last_row", "vector", 0.1
    activations, loss = ("sigmoid",), "bce_per_sample"
    shows = {"loss": "loss"}
