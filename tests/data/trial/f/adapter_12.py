import crosscheck
from net_12 import gradient, kosten


class Mine(crosscheck.Adapter):
    weight, targets, sizes, parameters = "out_in", "class_index", ("n", 4), ("gewichte", "schwelle")
    activations, loss, l2, momentum = ("softmax",), "cross_entropy_sum", 2 * 0.05, 0.5

    def build(self, case):
        return {"gewichte": case.weights[0], "schwelle": case.biases[0], "schritt_g": 0, "schritt_s": 0}

    def step(self, net, x, y, lr):
        loss = kosten(net["gewichte"], net["schwelle"], x, y, 0.05)
        g_g, g_s = gradient(net["gewichte"], net["schwelle"], x, y, 0.05)
        net["schritt_g"] = self.momentum * net["schritt_g"] - lr * g_g
        net["schritt_s"] = self.momentum * net["schritt_s"] - lr * g_s
        net["gewichte"] = net["gewichte"] + net["schritt_g"]
        net["schwelle"] = net["schwelle"] + net["schritt_s"]
        return {"loss": loss}
