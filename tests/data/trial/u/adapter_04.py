import crosscheck
import torch

import net_04


class Mine(crosscheck.Adapter):
    activations, loss = ("gelu_tanh", ..., "identity"), "mse"
    l2, parameters = 0.1, ("w", "b")
    build = lambda self, case: net_04.init_params(case.sizes, torch.Generator())

    def step(self, net, x, y, lr):
        x, y = torch.tensor(x), torch.tensor(y)
        pred, tape = net_04.forward(net, x)
        grads = net_04.backward(net, tape, pred, y)
        net_04.sgd_(net, grads, lr, self.l2)
        return {"output": pred, "dW": crosscheck.collect(grads, "w"), "db": crosscheck.collect(grads, "b")}
