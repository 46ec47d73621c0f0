import crosscheck
from net_03 import L_model_forward, L_model_backward, compute_cost, update_parameters

class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss, l2, l2_scale = ("relu", ..., "sigmoid"), "bce_per_sample", 0.1, "per_sample"

    def step(self, net, x, y, lr):
        AL, caches = L_model_forward(x, net)
        cost = compute_cost(AL, y, net, self.l2)
        grads = L_model_backward(AL, y, caches, self.l2)
        net.update(update_parameters(net, grads, lr))
        return grads | {"loss": cost, "output": AL}
