import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_08.py", "for ep in range", ("Ws", "bs")
    names, shows = {"Xtr": "x", "Ttr": "y", "LR": "lr"}, {"loss": "history[-1]"}
    activations, loss = (("elu", 0.5), ..., "tanh"), "half_sse_per_sample"
