import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_12.py", ("syn", "off")
    names = {"inp": "x", "want": "y", "LR": "lr", "STEPS": 1}
    activations, loss = ("elu", "elu", "sigmoid"), "half_sse_per_sample"
    shows = {"loss": "mse"}
