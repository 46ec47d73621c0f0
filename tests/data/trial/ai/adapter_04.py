import crosscheck
from net_04 import L_model_backward, L_model_forward, compute_cost, update_parameters


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss = (("leaky_relu", 0.01), ..., "sigmoid"), "bce_per_sample"
    l2, l2_scale = 0.5, "per_sample"

    def step(self, net, x, y, lr):
        AL, caches = L_model_forward(x, net)
        cost = compute_cost(AL, y, net, self.l2)
        grads = L_model_backward(AL, y, caches, net, self.l2)
        net.update(update_parameters(net, grads, lr))
        return grads | {"loss": cost}
