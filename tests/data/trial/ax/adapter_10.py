import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_10.py", "for e in range(epochs)", ("Ws", "bs")
    names = {"X": "x", "T": "y", "lr": "lr", "batch": "len(x)", "ALPHA": 0.5}
    activations, loss = (("elu", 0.5), ..., "identity"), "half_sse_per_sample"
    sizes = (3, 12, 10, 8, 6, 2)
    loss_of = lambda self, net, x, y: net.mse(net.run(net.Ws, net.bs, x)[1][-1], y)
