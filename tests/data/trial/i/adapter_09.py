import crosscheck
from net_09 import badness, season


class Mine(crosscheck.Adapter):
    samples, weight, bias, targets = "vector", "out_in", "folded_last_column", "class_index"
    activations, loss, sizes, parameters = ("softmax",), "cross_entropy_per_sample", (3, 3), "w"
    build = lambda self, case: {"w": [[0.0] * 4 for grade in range(3)]}
    step = lambda self, net, x, y, lr: season(net["w"], [(x, y)], lr)
    loss_of = lambda self, net, x, y: badness(net["w"], [(x, y)])
