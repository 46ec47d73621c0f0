import crosscheck


class Mine(crosscheck.Script):
    file, parameters, substitute = "net_12.py", ("w_ih w_ho", "b_h b_o"), {"range(40)": "range(0)"}
    names = {"points": "list(zip(x.tolist(), y.tolist()))", "N_IN": "case.sizes[0]", "N_HID": "case.sizes[1]",
             "LEARNING_RATE": "lr", "BATCH": "len(x)", "EPOCHS": 1}
    weight, targets, activations, loss = "out_in", "vector", ("silu", "identity"), "half_sse_per_sample"
