import crosscheck
import net_09


class Mine(crosscheck.Adapter):
    weight, activations, loss = "out_in", ("gelu_tanh", ..., "identity"), "mse"
    parameters, sizes = ("modules.weight", "modules.bias"), ("n", "h", "h", "h", "h", "k")
    build = lambda self, case: net_09.build(*case.sizes[:2], case.n_outputs)

    def step(self, net, x, y, lr):
        criterion = net_09.MSELoss()
        loss = criterion(net(x), y)
        net.backward(criterion.backward())
        net.step(lr)
        return {"loss": loss}
