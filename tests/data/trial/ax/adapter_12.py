import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_12.py", "for sweep in range(n_sweeps)", "V U"
    names, shows = {"patterns": "[x]", "targets": "[y]", "eta": "lr"}, {"loss": "total"}
    samples, weight, bias, activations, loss = "vector", "out_in", "none", ("tanh", "tanh"), "half_sse"
