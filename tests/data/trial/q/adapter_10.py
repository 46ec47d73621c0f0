import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_10.py", {"range(301)": "range(1)"}, ("w", "b")
    names = {"X": "x", "Y": "y", "lab": "y.argmax(1)", "lr": "lr"}
    activations, loss = ("silu", "softmax"), "cross_entropy_per_sample"
    shows = {"loss": "losses[-1]", "output": "p", "dW": "[dw1, dw2]", "db": "[db1, db2]"}
