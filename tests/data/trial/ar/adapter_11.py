import crosscheck

class Mine(crosscheck.Script):
    file, training, parameters, flat = "net_11.py", "for it in range(steps)", "p", "C"
    names, shows = {"x": "x", "y": "y", "rate": "lr", "SHAPE": "case.sizes"}, {"loss": "sse", "dW": "g"}
    samples, weight, bias, momentum = "columns", "out_in", "column", 0.8
    activations, loss = ("tanh", "elu", "sigmoid", ("leaky_relu", 0.1), "identity"), "sse"
