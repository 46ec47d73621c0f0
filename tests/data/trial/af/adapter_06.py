import crosscheck


class Mine(crosscheck.Script):
    file, parameters, sizes = "net_06.py", ("w", "b"), ("n", ..., 1)
    names = {"x": "x", "t": "y", "sizes": "case.sizes", "eta": "lr", "steps": 1}
    samples, weight, bias = "columns", "out_in", "column"
    activations, loss = ("tanh", ..., "identity"), "mse"
    shows = {"loss": "mse(a[-1], t)", "dW": "gw", "db": "gb"}
