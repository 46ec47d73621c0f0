import crosscheck


class Mine(crosscheck.Script):
    file, parameters, sizes = "net_06.py", ("w", "th"), (1, 12, 8, 1)
    names, shows = {"x": "x", "t": "y", "eta": "lr", "nEpochs": 1}, {"loss": "mse"}
    samples, weight, bias, bias_sign = "columns", "out_in", "column", -1
    activations, loss, momentum = ("silu", "silu", "identity"), "mse", 0.9
