import crosscheck


class Mine(crosscheck.Script):
    file, substitute = "net_05.py", {"range(2000)": "range(1)"}
    parameters = "syn0 syn1 syn2 syn3", "bias0 bias1 bias2 bias3"
    names = {"X": "x", "y": "y", "alpha": "lr"}
    bias, activations, loss = "row", ("tanh", "tanh", "tanh", "identity"), "half_sse"
