import crosscheck
from net_07 import DeepNet


class Mine(crosscheck.Adapter):
    activations, loss = ("tanh", "tanh", "tanh", "identity"), "mse"
    momentum, sizes = 0.8, ("n", "h", "h", "h", "k")
    parameters = "W_in W_hid.0 W_hid.1 W_out", "b_hid.0 b_hid.1 b_hid.2 b_out"
    build = lambda self, case: DeepNet(*case.sizes[:2], case.n_outputs, lr=case.lr, mu=case.momentum)
    step = lambda self, net, x, y, lr: net.train_batch(x, y)
    loss_of = lambda self, net, x, y: net.mse(x, y)
