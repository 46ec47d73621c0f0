import crosscheck


class Mine(crosscheck.Script):
    file, samples, weight, bias, parameters = "net_02.py", "columns", "out_in", "column", ("W", "b")
    names = {"X": "x", "Y": "y", "m": "x.shape[1]", "alfa": "lr", "n_iter": 1}
    substitute = {"Y = Y + 0.02*np.random.randn(1, m)": ""}
    activations, loss, l2, l2_scale = ("tanh", "tanh", "identity"), "half_sse_per_sample", 0.2, "per_sample"
    shows = {"loss": "J", "dW": "[dW1, dW2, dW3]", "db": "[db1, db2, db3]"}
