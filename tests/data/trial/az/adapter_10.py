import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_10.py", "for it in range(500)", ("Wh wo", "bh bo")
    names = {"pts": "x", "lab": "2 * y - 1", "n": "len(x)", "H": "case.sizes[1]", "LR": "lr", "WD": "case.l2", "SLOPE": "0.2"}
    shows = {"loss": "loss"}
    weight, targets, momentum, l2 = "out_in", "vector", 0.9, 0.1
    activations, loss = (("leaky_relu", 0.2), "sigmoid"), "bce_per_sample"
