import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_03.py", {"range(500)": "range(1)"}, ("gewicht", "schwelle")
    names = {"eingang": "x", "soll": "y", "n_mess": "x.shape[1]", "lernrate": "lr"}
    samples, weight, bias = "columns", "out_in", "column"
    activations, loss = ("sigmoid", "sigmoid", "identity"), "half_sse_per_sample"
    shows = {"loss": "verlust"}
