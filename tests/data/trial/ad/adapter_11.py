import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_11.py", {"range(200)": "range(1)"}, ("W", "b")
    names = {"X": "x", "T": "y", "labels": "y.argmax(axis=1)", "n": "len(x)", "eta": "lr", "lam": 0.1}
    activations, loss, l2 = ("softmax",), "cross_entropy_per_sample", 0.1
    shows = {"loss": "history[-1]", "dW": "[grad_W]", "db": "[grad_b]"}
