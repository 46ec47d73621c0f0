import crosscheck
from net_2 import NeuralNetClassifier


class Mine(crosscheck.Adapter):
    activations, loss, targets = ("relu", "softmax"), "cross_entropy_per_sample", "class_index"
    l2, parameters = 0.01, ("W", "b")

    def build(self, case):
        net = NeuralNetClassifier(case.sizes[1], case.lr, case.l2, epochs=1, batch_size=10**6)
        net._init_weights(case.sizes[0], case.n_outputs)
        net._init_weights = lambda n_features, n_classes: None      # fit would draw them anew
        return net

    def step(self, net, x, y, lr):
        return {"loss": net.fit(x, y).losses_[0]}
