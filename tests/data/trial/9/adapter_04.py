import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_04.py", {"range(500)": "range(1)"}, ("w", "c")
    names = {"x": "x", "y": "y", "learning_rate": "lr"}
    activations, loss = ("elu", "identity"), "sse"
    shows = {"loss": "loss", "output": "y_pred", "dW": "[grad_w1, grad_w2]", "db": "[grad_c1, grad_c2]"}
