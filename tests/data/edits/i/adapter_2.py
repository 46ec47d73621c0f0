import crosscheck


class Mine(crosscheck.Script):
    file, bias = "net_2.py", "row"
    parameters = "syn0 syn1 syn2", "b0 b1 b2"
    names = {"X": "x", "y": "y", "alpha": "lr", "lam": "case.l2", "epochs": 1}
    activations, loss, l2 = ("elu", "tanh", "softmax"), "cross_entropy_per_sample", 0.1
