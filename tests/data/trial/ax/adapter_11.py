import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_11.py", "for it in range(401)", ("m.Wh m.Wo", "m.bh m.bo")
    names, lr, sizes = {"data": "x", "Y": "y"}, 0.5, (2, 20, 3)
    bias, activations, loss = "row", ("softplus", "softmax"), "cross_entropy_per_sample"
    loss_of = lambda self, net, x, y: net.m.cost(x, y)
