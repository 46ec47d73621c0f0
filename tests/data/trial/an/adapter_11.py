import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_11.py", "for epoch", ("Ws", "bs")
    names, lr, sizes = {"X": "x", "Y": "y"}, 0.05, ("n", "h", "m", 1)
    samples, weight, bias = "columns", "out_in", "column"
    activations, loss = ("tanh", "tanh", "identity"), "mse"
    loss_of = lambda self, net, x, y: net.mse(x, y)
