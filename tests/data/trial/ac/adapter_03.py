import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_03.py", "if __name__", ("poids_c poids_s", "biais_c biais_s")
    names = {"NB_ENTREES": "case.sizes[0]", "NB_CACHES": "case.sizes[1]", "PAS": "lr"}
    samples, weight, targets = "vector", "out_in", "vector"
    activations, loss = ("tanh", "identity"), "sse"
    step = lambda self, net, x, y, lr: {"loss": net.apprend(x, y)}
