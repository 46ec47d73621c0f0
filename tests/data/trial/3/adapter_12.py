import crosscheck


class Mine(crosscheck.Script):
    file, parameters, shows = "net_12.py", "V", {"loss": "E"}
    names = {"P": "x", "lr": "lr", "nepoch": 1}
    samples, weight, bias, momentum = "columns", "out_in", "none", 0.8
    activations = "tanh", ("leaky_relu", 0.1), "tanh", ("leaky_relu", 0.1), "identity"
    loss, sizes = "half_sse", ("n", "a", "b", "c", "d", "n")
