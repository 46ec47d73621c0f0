import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_10.py", "for epoch", "V W"
    names = {"inputs": "x", "targets": "y", "cfg.rate": "lr", "cfg.bs": "len(x)"}
    weight, bias = "out_in", "folded_last_column"
    activations, loss = ("tanh", "identity"), "half_sse_per_sample"
    loss_of = lambda self, net, x, y: net.batch_loss(x, y, net.V, net.W)
