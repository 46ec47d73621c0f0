import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_01.py", "gewichte_1 gewichte_2"
    names = {"eingabe": "x", "ziel": "y", "lernrate": "lr", "durchlaeufe": 1}
    bias, activations, loss = "none", ("sigmoid", "sigmoid"), "half_sse"
    shows = {"loss": "fehler"}
