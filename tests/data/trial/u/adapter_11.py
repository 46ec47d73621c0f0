import crosscheck

import net_11


class Mine(crosscheck.Adapter):
    weight, targets, parameters = "out_in", "vector", ("Wh wo", "bh bo")
    activations, loss = ("tanh", "sigmoid"), "bce_per_sample"
    build = lambda self, case: net_11.TripNet(*case.sizes[:2])
    step = lambda self, net, x, y, lr, batch_size: net.train_epoch(x, y, batch_size, lr)
