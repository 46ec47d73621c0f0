import crosscheck


class Mine(crosscheck.Script):
    file, parameters, shows = "net_08.py", ("B", "intercepto"), {"loss": "historia[-1]"}
    names = {"X": "x", "Y": "y", "n": "len(x)", "K": "case.sizes[1]", "paso": "lr", "n_iter": 1}
    substitute = {"X = (X - X.mean(0)) / X.std(0, ddof=1)": ""}
    activations, loss, l2 = ("softmax",), "cross_entropy_per_sample", 0.04
