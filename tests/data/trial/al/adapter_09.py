import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters, flat = "net_09.py", "for i in range(iters)", "theta", "C"
    names, shows = {"X": "x", "T": "y", "step": "lr"}, {"loss": "J", "dW": "grad"}
    activations, loss, sizes = ("softplus", "identity"), "sse_per_sample", (3, 7, 2)
