import crosscheck
from crosscheck import collect
from net_2 import ThreeLayerNet, init_velocity, sgd_momentum


class Mine(crosscheck.Adapter):
    activations, loss = ("relu", "relu", "softmax"), "cross_entropy_per_sample"
    targets, parameters = "class_index", ("params.W", "params.b")
    l2, momentum = 0.1, 0.9

    def build(self, case):
        net = ThreeLayerNet(*case.sizes, reg=self.l2)
        net.velocity = init_velocity(net.params)
        return net

    def step(self, net, x, y, lr):
        loss, grads = net.loss(x, y)
        sgd_momentum(net.params, grads, net.velocity, lr, self.momentum)
        return {"loss": loss, "dW": collect(grads, "W"), "db": collect(grads, "b")}
