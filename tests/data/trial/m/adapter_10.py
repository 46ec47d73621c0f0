import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_10.py", "ist = vorwaerts", "G"
    names = {"X": "x", "spektren": "x", "anteil": "y", "lernrate": "lr", "epochen": 1}
    substitute = {"range(len(schichten) - 1)": "range(0)"}
    samples, weight, bias = "columns", "out_in", "none"
    activations, loss = ("sigmoid", ..., "sigmoid"), "half_sse"
    shows = {"loss": "E", "dW": "dG"}
