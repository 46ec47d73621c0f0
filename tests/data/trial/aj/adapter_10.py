import crosscheck
from net_10 import gradientDescent, nnCostFunction


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "folded_first_column", "Thetas"
    activations, loss = (("leaky_relu", 0.1), ("leaky_relu", 0.1), "identity"), "half_sse_per_sample"
    l2, l2_scale = 0.5, "per_sample"
    build = lambda self, case: {"Thetas": case.weights}
    loss_of = lambda self, net, x, y: nnCostFunction(*net["Thetas"], x, y, self.l2)[0]

    def step(self, net, x, y, lr, epochs):
        net["Thetas"], J_history = gradientDescent(net["Thetas"], x, y, self.l2, lr, epochs)
