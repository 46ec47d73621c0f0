import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_09.py", "for ep in range(EPOCHS)", ("Ws", "Bs")
    names, shows = {"xs": "x", "ys": "y", "LR": "lr", "LAYERS": "case.sizes"}, {"loss": "c"}
    bias, activations, loss = "row", ("tanh", ..., "identity"), "half_sse_per_sample"
