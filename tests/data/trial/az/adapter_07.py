import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_07.py", "for k in range(args.steps)", ("theta.::2", "theta.1::2")
    names = {"x": "x", "t": "y", "args.lr": "lr", "args.mu": "case.momentum", "pick": "slice(None)"}
    shows = {"loss": "loss", "dW": "grads[::2]", "db": "grads[1::2]"}
    activations, loss = ("silu", "silu", "identity"), "half_sse_per_sample"
    momentum, sizes = 0.9, (1, 16, 12, 2)
