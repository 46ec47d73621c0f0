import crosscheck


class Mine(crosscheck.Script):
    file, substitute, until = "net_10.py", {"range(300)": "range(1)"}, "guess ="
    samples, weight, bias, parameters = "columns", "out_in", "column", ("Wh Wo", "bh bo")
    names = {"X": "x", "Y": "y", "truth": "y.argmax(0)", "alpha": "lr"}
    activations, loss = ("relu", "softmax"), "cross_entropy_per_sample"
    shows = {"loss": "J", "dW": "[dWh, dWo]", "db": "[dbh, dbo]"}
