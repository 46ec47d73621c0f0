import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_04.py", ("pesos0 pesos1", "bias0 bias1")
    names = {"X": "x", "y": "y", "taxa": "lr", "epocas": 1}
    activations, loss, sizes = ("sigmoid", "sigmoid"), "mse", ("n", "h", 1)
    shows = {"loss": "custo"}
