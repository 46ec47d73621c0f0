import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_09.py", "for epoch", ("model.layers.weight", "model.layers.bias")
    names, shows = {"x": "x", "t": "y", "optimizer.lr": "lr"}, {"loss": "loss"}
    substitute = {"np.array_split(idx, 8)": "np.array_split(idx, 1)"}
    weight, activations, loss = "out_in", ("relu", "relu", "softmax"), "cross_entropy_per_sample"
    targets, momentum, sizes = "class_index", 0.9, (5, 16, 12, 4)
