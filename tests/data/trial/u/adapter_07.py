import crosscheck

import net_07


class Mine(crosscheck.Adapter):
    bias, targets, parameters = "row", "class_index", ("W", "b")
    activations, loss = ("relu", ..., "softmax"), "cross_entropy_per_sample"

    def step(self, net, x, y, lr):
        probs, cache = net_07.forward_pass(net, x)
        G = net_07.backward_pass(net, cache, probs, y)
        net.update(net_07.update(net, G, lr))
        return {"dW": crosscheck.collect(G, "W"), "db": crosscheck.collect(G, "b"), "output": probs,
                "loss": net_07.cross_entropy(probs, y)}
