import crosscheck
from net_09 import SGD, Model, Tensor, mse_loss


class Mine(crosscheck.Adapter):
    bias, activations, loss = "row", ("softplus", "softplus", "identity"), "mse"
    sizes, parameters = ("n", "h", "h", "k"), ("l1.w.data l2.w.data l3.w.data", "l1.b.data l2.b.data l3.b.data")

    def build(self, case):
        net = Model(case.sizes[0], case.sizes[1], case.n_outputs)
        net.optim = SGD(net.parameters(), case.lr)
        return net

    def step(self, net, x, y, lr):
        net.optim.zero_grad()
        loss = mse_loss(net(Tensor(x)), Tensor(y))
        loss.backward()
        net.optim.step()
        return {"loss": loss.data}
