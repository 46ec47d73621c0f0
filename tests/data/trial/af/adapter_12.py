import crosscheck


class Mine(crosscheck.Script):
    file, parameters, sizes = "net_12.py", "theta", (2, 6, 5, 1)
    names = {"Q": "x[None]", "V": "[y]", "gamma": "lr", "sweeps": 1}
    samples, weight, bias, targets = "vector", "out_in", "none", "vector"
    activations, loss, l2 = ("softplus", "softplus", "identity"), "sse", 1e-4
    shows = {"dW": "list(g)"}
