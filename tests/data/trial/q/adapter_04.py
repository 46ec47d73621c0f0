import crosscheck


class Mine(crosscheck.Script):
    file, parameters, shows = "net_04.py", "Theta", {"output": "P", "dW": "[grad]"}
    names = {"X": "x", "T": "y", "N": "x.shape[1]", "eta": "lr", "schritte": 1}
    samples, weight, bias = "columns", "out_in", "folded_last_column"
    activations, loss = ("softmax",), "cross_entropy_per_sample"
