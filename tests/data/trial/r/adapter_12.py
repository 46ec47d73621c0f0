from unittest.mock import patch

import crosscheck
import net_12
from crosscheck.collect import flatten


class Mine(crosscheck.Adapter):
    activations, loss, sizes = ("elu", "elu", "elu", "identity"), "half_sse_per_sample", (6, 10, 8, 5, 1)
    l2, momentum, parameters = net_12.LAMBDA, net_12.MU, ("layers.0", "layers.1")

    def build(self, case):
        vector = flatten(case.weights, case.biases)
        return {"vector": vector, "layers": net_12.unroll(vector)}

    def step(self, net, x, y, lr, epochs):
        with patch.object(net_12, "random_params", lambda rng: net["vector"].copy()):
            net["vector"][:] = net_12.train(x, y, lr, epochs)
