import crosscheck


class Mine(crosscheck.Script):
    file, parameters, targets = "net_10.py", ("beta", "beta0"), "vector"
    names = {"vib": "x", "failed": "y", "n": "len(x)", "k": "case.sizes[0]", "rate": "lr", "n_iter": 1}
    activations, loss, l2 = ("sigmoid",), "bce_mean", 2 * 0.05
