import numpy as np
import crosscheck
from net_07 import AffineLayer, ELULayer, GradientDescentLearningRule, MultipleLayerModel, SumOfSquaredDiffsError


class Mine(crosscheck.Adapter):
    weight, activations, loss = "out_in", (("elu", 0.5), ..., "identity"), "half_sse_per_sample"
    parameters = "layers.weights", "layers.biases"

    def build(self, case):
        rng = np.random.RandomState(0)
        pairs = zip(case.sizes, case.sizes[1:])
        return MultipleLayerModel([part for m, n in pairs for part in (AffineLayer(m, n, rng), ELULayer())][:-1])

    def step(self, net, x, y, lr):
        error = SumOfSquaredDiffsError()
        acts = net.fprop(x)
        grads = net.grads_wrt_params(acts, error.grad(acts[-1], y))
        GradientDescentLearningRule(lr).update_params(net.params, grads)
        return {"output": acts[-1], "loss": error(acts[-1], y), "dW": grads[::2], "db": grads[1::2]}
