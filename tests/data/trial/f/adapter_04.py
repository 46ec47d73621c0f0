import crosscheck


class Mine(crosscheck.Script):
    file, parameters, bias = "net_04.py", ("Ws", "bs"), "row"
    names = {"X": "x", "y": "y", "step_size": "lr", "num_iters": 1}
    substitute = {"for j in range(K)": "for j in range(0)", "Ws[-1] *= 0.3": ""}
    activations, loss = (("leaky_relu", 0.1), ..., "softmax"), "cross_entropy_per_sample"
    targets, l2, shows = "class_index", 1e-3, {"loss": "loss"}
