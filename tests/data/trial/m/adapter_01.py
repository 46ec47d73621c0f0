import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters, bias = "net_01.py", "def potential", ("w", "c"), "row"
    names = {"x": "x", "t": "y", "eta": "lr", "nsteps": 1}
    activations, loss, sizes = ("tanh", "tanh", "identity"), "mse", ("n", "h", "m", 1)
    shows = {"loss": "mse"}
