import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_06.py", {"giro < 200": "giro < 1"}, ("A", "c")
    names = {"dati": "x", "classe": "y", "passo": "lr", "n": "len(x)"}
    targets, activations, loss, l2 = "class_index", ("softmax",), "cross_entropy_per_sample", 0.001
