import crosscheck


class Mine(crosscheck.Script):
    file, bias = "net_01.py", "row"
    names = {"inputs": "x", "expected_output": "y", "lr": "lr", "epochs": 1}
    parameters = "hidden_weights output_weights", "hidden_bias output_bias"
    activations, loss = ("sigmoid", "sigmoid"), "half_sse"
    shows = {"loss": "0.5 * np.sum(error ** 2)"}
