import crosscheck


class Mine(crosscheck.Script):
    file, substitute = "net_04.py", {"range(800)": "range(1)"}
    parameters = "model.W model.W2", "model.b model.b2"
    names = {"X": "x", "y": "y", "step_size": "lr", "D": "case.sizes[0]", "h": "case.sizes[1]", "K": "case.sizes[2]"}
    bias, activations, loss, targets = "row", ("relu", "softmax"), "cross_entropy_per_sample", "class_index"
    momentum, l2 = 0.9, 1e-3
    shows = {"loss": "loss", "dW": "[grads['W'], grads['W2']]", "db": "[grads['b'], grads['b2']]"}
