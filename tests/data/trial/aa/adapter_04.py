import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_04.py", "if __name__", ("w_oc w_sal", "b_oc b_sal")
    samples, weight, targets, sizes = "vector", "out_in", "vector", (2, 6, 1)
    activations, loss = ("tanh", "identity"), "half_sse"
    step = lambda self, net, x, y, lr: net.entrenar_muestra(x, y, lr)
    loss_of = lambda self, net, x, y: net.error(x, y)
