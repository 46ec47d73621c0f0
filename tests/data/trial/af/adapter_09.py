import crosscheck
from net_09 import netz_bauen, rueckwaerts, schritt, vorwaerts, zufall


class Mine(crosscheck.Adapter):
    activations, loss = ("gelu_tanh", "silu", "gelu_tanh", "silu", "identity"), "half_sse_per_sample"
    momentum, parameters = 0.9, ("G", "s")

    def build(self, case):
        return netz_bauen(zip(case.sizes, case.sizes[1:], ("gelu", "silu", "gelu", "silu", "id")), zufall)

    def step(self, net, x, y, lr):
        output = vorwaerts(net, x)
        rueckwaerts(net, output, y)
        schritt(net, lr, self.momentum)
        return {"output": output, "dW": crosscheck.collect(net, "dG"), "db": crosscheck.collect(net, "ds")}
