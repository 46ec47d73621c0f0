import crosscheck

class Mine(crosscheck.Script):
    file, training, parameters = "net_02.py", "for i in range(num_iterations)", ("parameters.W", "parameters.b")
    names = {"X": "x", "Y": "y", "layers_dims": "case.sizes", "learning_rate": "lr", "lambd": "case.l2"}
    shows, sizes = {"loss": "cost", "output": "AL"}, ("n", ..., 1)
    samples, weight, bias = "columns", "out_in", "column"
    activations, loss, l2, l2_scale = ("relu", ..., "sigmoid"), "bce_per_sample", 0.1, "per_sample"
