import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_05.py", {"range(500)": "range(1)"}, ("w", "c")
    names = {"x": "x", "y": "y", "learning_rate": "lr"}
    activations, loss = ("silu", "identity"), "sse"
    shows = {"loss": "loss"}
