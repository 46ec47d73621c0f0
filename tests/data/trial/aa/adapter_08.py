import crosscheck


class Mine(crosscheck.Script):
    file, parameters, substitute = "net_08.py", ("P.poids", "P.biais"), {"range(151)": "range(1)"}
    names = {"X": "x", "Y": "y", "pas": "lr"}
    weight, activations, loss = "out_in", ("gelu_tanh", "gelu_tanh", "identity"), "half_sse_per_sample"
    sizes = (3, 12, 10, 2)
