import crosscheck


class Mine(crosscheck.Script):
    file, weight, bias, parameters, sizes = "net_10.py", "out_in", "none", "peso", ("n", "h", "m", "p", "n")
    names = {"amostra": "x", "NAMOSTRA": "len(x)", "N": "case.sizes", "TAXA": "lr", "CICLOS": 1}
    substitute = {"for a in range(NAMOSTRA)": "for a in range(0)"}
    activations, loss, shows = ("elu", ..., "identity"), "mse", {"loss": "erro"}
