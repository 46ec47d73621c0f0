import crosscheck
from net_06 import L_model_backward, L_model_forward, compute_cost, update_parameters


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss = (("leaky_relu", 0.05), ..., "sigmoid"), "bce_per_sample"

    def step(self, net, x, y, lr):
        AL, caches = L_model_forward(x, net)
        grads = L_model_backward(AL, y, caches)
        net.update(update_parameters(net, grads, lr))
        return grads | {"loss": compute_cost(AL, y)}
