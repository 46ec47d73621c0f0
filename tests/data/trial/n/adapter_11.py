import crosscheck
from net_11 import Dense, Sequential


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("elu", ..., "sigmoid"), "bce_mean", ("layers.kernel", "layers.bias")
    loss_of = lambda self, net, x, y: net.loss(y, net.predict(x))
    step = lambda self, net, x, y, lr, epochs, batch_size: net.fit(x, y, epochs, batch_size, verbose=0)

    def build(self, case):
        net = Sequential()
        for m, n, name in zip(case.sizes, case.sizes[1:], case.activations):
            net.add(Dense(n, name, input_dim=m))
        net.compile("binary_crossentropy", case.lr)
        return net
