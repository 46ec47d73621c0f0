import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_04.py", "for epoch in range(n_epoch)", "network.weights"
    names, shows = {"train": "[[*x, y]]", "l_rate": "lr"}, {"loss": "sum_error"}
    samples, weight, bias, targets = "vector", "out_in", "folded_last_column", "class_index"
    activations, loss, sizes = ("sigmoid", "sigmoid"), "sse", (2, 3, 2)
