import crosscheck
from net_10 import MLP

class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("silu", ..., "identity"), "mse", ("w", "b")
    momentum, l2 = 0.8, 1e-2
    build = lambda self, case: MLP(case.sizes, case.lr, case.momentum, case.l2)

    def step(self, net, x, y, lr):
        pred = net.forward(x)
        gw, gb = net.backward(pred, y)
        net.step(gw, gb)
        return {"output": pred, "dW": gw, "db": gb}
