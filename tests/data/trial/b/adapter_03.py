import crosscheck
from crosscheck.collect import flatten, unflatten
from net_03 import ann_error, ann_init, ann_train


class Mine(crosscheck.Adapter):
    samples, weight, bias, bias_sign = "vector", "out_in", "folded_first_column", -1
    activations, loss = ("sigmoid", "sigmoid"), "half_sse"

    def build(self, case):
        ann = ann_init(*case.sizes)
        ann.weight = list(flatten(case.weights))
        ann.shapes = case.weights
        return ann

    step = lambda self, ann, x, y, lr: ann_train(ann, x, y, lr)
    loss_of = lambda self, ann, x, y: ann_error(ann, x, y)
    read = lambda self, ann: {"W": unflatten(ann.weight, ann.shapes)[0]}
