import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_08.py", "for epoch in range(1000)", ("wh1 wh2 wo", "bh1 bh2 bo")
    names, shows = {"X": "x", "T": "y", "lr": "lr"}, {"loss": "loss"}
    bias, activations, loss = "row", ("sigmoid", "sigmoid", "softmax"), "cross_entropy_per_sample"
