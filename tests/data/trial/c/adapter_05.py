import crosscheck


class Mine(crosscheck.Script):
    file, parameters, bias, targets = "net_05.py", "theta", "folded_first_row", "vector"
    names = {"X": "np.hstack([np.ones((len(x), 1)), x])", "y": "y", "alpha": "lr", "n_steps": 1}
    activations, loss = ("sigmoid",), "bce_per_sample"
