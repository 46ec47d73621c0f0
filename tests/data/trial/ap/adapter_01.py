import crosscheck
from net_01 import CalibrationNet


class Mine(crosscheck.Adapter):
    activations, loss, momentum = ("tanh", ..., "identity"), "mse", 0.9
    parameters = "weights", "offsets"
    build = lambda self, case: CalibrationNet(case.sizes, case.lr, case.momentum)
    step = lambda self, net, x, y, lr: net.fit_step(x, y)
    loss_of = lambda self, net, x, y: net.mse(x, y)
