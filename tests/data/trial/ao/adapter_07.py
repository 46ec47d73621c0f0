import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_07.py", "for step in range", ("Ws", "bs")
    names = {"x": "x", "t": "y", "args.lr": "lr", "pick": "np.arange(len(x))"}
    substitute, sizes = {"alpha=1.0": "alpha=0.5"}, (3, 10, 10, 8, 6, 2)
    activations, loss = (("elu", 0.5), ..., "identity"), "sse_per_sample"
    loss_of = lambda self, net, x, y: net.objective(net.run(net.Ws, net.bs, x)[-1], y)
