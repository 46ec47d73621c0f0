import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_08.py", "if __name__", ("pesos", "vies")
    substitute = {"0.01 * np.random.randn(X.shape[1], Y.shape[1])": "inicio[0]", "np.zeros(Y.shape[1])": "inicio[1]"}
    activations, loss = ("softmax",), "cross_entropy_per_sample"
    loss_of = lambda self, net, x, y: net.entropia_cruzada(net.prever(x, net.pesos, net.vies), y)

    def step(self, net, x, y, lr, epochs):
        net.inicio = net.pesos, net.vies
        net.pesos, net.vies, _ = net.treinar(x, y, lr, epochs)
