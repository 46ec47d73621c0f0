import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters, keep, shows = "net_05.py", "print('rms", "A B", "vA vB", {"loss": "chi2[-1]"}
    names = {"X": "x", "T": "y", "eta": "lr", "nsteps": 1}
    bias, activations, loss, momentum = "none", ("softplus", "identity"), "half_sse", 0.9
