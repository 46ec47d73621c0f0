import crosscheck


class Mine(crosscheck.Script):
    file, training = "net_07.py", "for epoch in range(n_epochs)"
    parameters = "hidden_weights output_weights", "hidden_bias output_bias"
    names, shows = {"inputs": "x", "targets": "y", "lrate": "lr", "N": "len(x)"}, {"loss": "loss"}
    bias, activations, loss, targets = "row", ("elu", "softmax"), "sse_per_sample", "one_hot"
