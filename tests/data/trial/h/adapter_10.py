import crosscheck
from net_10 import compute_cost, model_backward, model_forward, update_parameters


class Mine(crosscheck.Adapter):
    bias, activations, loss = "row", ("silu", ..., "softmax"), "cross_entropy_per_sample"
    parameters = "W", "b"

    def step(self, net, x, y, lr):
        probs, cache = model_forward(x, net)
        grads = model_backward(probs, y, net, cache)
        update_parameters(net, grads, lr)
        return grads | {"output": probs, "loss": compute_cost(probs, y)}
