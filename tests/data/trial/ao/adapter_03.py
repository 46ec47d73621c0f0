import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_03.py", "for i in range(num_iterations)", ("parameters.W", "parameters.b")
    names = {"X": "x", "Y": "y", "learning_rate": "lr", "lambd": "case.l2", "layers_dims": "case.sizes"}
    shows, samples, weight, bias = {"loss": "cost"}, "columns", "out_in", "column"
    activations, loss, l2, l2_scale = ("relu", ..., "sigmoid"), "bce_per_sample", 0.3, "per_sample"
