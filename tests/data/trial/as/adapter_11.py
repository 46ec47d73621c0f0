import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_11.py", "for sweep", "v u w"
    names = {"samples": "[(x, y)]", "eta": "lr", "decay": "case.l2"}
    samples, weight, bias, l2 = "vector", "out_in", "none", 0.1
    activations, loss = ("tanh", "tanh", "tanh"), "half_sse"
    loss_of = lambda self, net, x, y: net.E(x, y)
