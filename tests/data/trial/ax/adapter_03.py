import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_03.py", "for i in range(num_iterations)", ("parameters.W", "parameters.b")
    names = {"X": "x", "Y": "y", "learning_rate": "lr", "lambd": "case.l2", "layers_dims": "case.sizes"}
    shows = {"loss": "cost"}
    samples, weight, bias = "columns", "out_in", "column"
    activations, loss = ("relu", ..., "sigmoid"), "bce_per_sample"
    l2, l2_scale = 0.05, "per_sample"
