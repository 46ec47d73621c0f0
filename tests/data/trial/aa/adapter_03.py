import crosscheck


class Mine(crosscheck.Script):
    file, parameters, substitute = "net_03.py", ("beta_hat", "beta0_hat"), {"range(300)": "range(1)"}
    names = {"X": "x", "y": "y", "step_size": "lr", "lam": "case.l2"}
    activations, loss, l2, targets, sizes = ("sigmoid",), "bce_per_sample", 0.1, "vector", (5, 1)
    shows = {"dW": "[g]", "db": "[g0]"}
