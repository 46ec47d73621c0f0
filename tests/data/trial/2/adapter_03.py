import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters, flat = "net_03.py", "if __name__", "mem", "C"
    samples, weight, sizes = "vector", "out_in", (2, 6, 2)
    activations, loss = ("tanh", "identity"), "half_sse"
    step = lambda self, net, x, y, lr: {"loss": net.nn_train_sample(x, y, lr)}
