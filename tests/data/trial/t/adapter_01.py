import crosscheck
from net_01 import Network


class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "column", ("weights", "biases")
    activations, loss = ("sigmoid", ..., "sigmoid"), "bce_per_sample"
    l2, l2_scale = 0.25, "per_sample"
    build = lambda self, case: Network(case.sizes)

    def step(self, net, x, y, lr):
        batch = [(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)]
        cost = net.total_cost(batch, self.l2)
        net.update_mini_batch(batch, lr, 2 * self.l2, 2 * len(x))
        return {"loss": cost}
