import crosscheck

class Mine(crosscheck.Script):
    file, training, parameters = "net_06.py", "for epoch in range", ("w_h w_o", "b_h b_o")
    names = {"data": "list(zip(x.tolist(), y.tolist()))", "RATE": "lr", "BATCH": "len(x)",
             "N_IN": "case.sizes[0]", "N_HID": "case.sizes[1]"}
    weight, targets, shows = "out_in", "vector", {"loss": "total / len(data)"}
    activations, loss = (("leaky_relu", 0.1), "sigmoid"), "bce_per_sample"
