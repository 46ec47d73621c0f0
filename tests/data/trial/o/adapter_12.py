import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_12.py", ("weight_1 weight_2 weight_3", "bias_1 bias_2 bias_3")
    names = {"data_x": "x[None]", "data_y": "[y]", "n_samples": 1, "num_epochs": 1, "learn_rate": "lr"}
    samples, weight, targets = "vector", "out_in", "vector"
    activations, loss = ("tanh", ("leaky_relu", 0.1), "identity"), "half_sse"
    shows = {"loss": "total_error"}
