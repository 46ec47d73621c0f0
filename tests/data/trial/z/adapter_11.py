import crosscheck


class Mine(crosscheck.Script):
    file, parameters, shows = "net_11.py", ("w_in w_out", "b_in b_out"), {"loss": "epoch_loss / N"}
    names = {"inputs": "x", "targets": "y", "lr": "lr", "EPOCHS": 1, "N": "len(x)", "B": "len(x)"}
    weight, targets = "out_in", "vector"
    activations, loss = ("sigmoid", "identity"), "half_sse_per_sample"
