import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_07.py", "def viscosity", ("w_a w_b w_c", "b_a b_b b_c")
    names = {"inputs": "x", "target": "y", "eps": "lr", "n_samples": "len(x)", "n_batch": "len(x)", "n_sweeps": 1}
    activations, loss, momentum = ("softplus", "softplus", "identity"), "half_sse_per_sample", 0.8
    targets, shows = "vector", {"loss": "J_sum"}
