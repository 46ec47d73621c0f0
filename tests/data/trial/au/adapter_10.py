import crosscheck
from net_10 import MLPClassifier


class Mine(crosscheck.Adapter):
    activations, loss, targets = (("leaky_relu", 0.2), ..., "softmax"), "cross_entropy_per_sample", "class_index"
    l2, momentum, parameters = 0.1, 0.9, ("coefs_", "intercepts_")
    build = lambda self, case: MLPClassifier(case.sizes, 0.2, case.lr, case.momentum, case.l2)
    step = lambda self, net, x, y, lr, epochs: net.fit(x, y, epochs, len(x))
    loss_of = lambda self, net, x, y: net.loss(x, y)
