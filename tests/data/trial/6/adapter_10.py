import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_10.py", "weights_ih weights_ho"
    substitute = {"count < 3000": "count < 1", "inputs = inputs * 2 - 1": ""}
    names = {"inputs": "x", "targets": "y", "learningRate": "lr"}
    bias, activations, loss = "none", ("sigmoid", "sigmoid"), "sse"
    shows = {"loss": "totalError"}
