import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_04.py", "for ep in range", ("p.w", "p.c")
    names = {"x": "x", "t": "y", "LR": "lr", "BATCH": "len(x)", "LAYERS": "case.sizes"}
    shows = {"loss": "tot / len(x)"}
    activations, loss = ("relu", ..., "softmax"), "cross_entropy_per_sample"
    targets, momentum = "class_index", 0.9
