import crosscheck

class Mine(crosscheck.Script):
    file, training, parameters = "net_09.py", "for epoch in range", ("Theta", "offset")
    names = {"train_x": "[x]", "train_y": "[y]", "lr": "lr", "decay": "case.l2"}
    samples, weight, targets = "vector", "out_in", "class_index"
    activations, loss, l2 = ("softmax",), "cross_entropy_per_sample", 0.01
    loss_of = lambda self, net, x, y: net.nll(net.Theta, net.offset, x, y)
