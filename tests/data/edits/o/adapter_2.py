import crosscheck
from net_2 import MultiLabelNet


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("params.W", "params.b")
    activations, loss = ("elu", ..., "sigmoid"), "bce_per_sample"
    l2, l2_scale, momentum, momentum_form = 0.5, "per_sample", 0.9, "ema"
    build = lambda self, case: MultiLabelNet(case.sizes, case.lr, case.l2, case.momentum)
    step = lambda self, net, x, y, lr: {"loss": net.train(x, y, epochs=1)[0]}
