import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_08.py", "for epoch in range(EPOCHS)", ("w_1 w_2 w_3", "bias_1 bias_2 bias_3")
    names, shows = {"x": "x", "t": "y", "LR": "lr"}, {"loss": "loss"}
    activations, loss = ("silu", "silu", "identity"), "half_sse_per_sample"
