import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_11.py", "if __name__", "theta"
    substitute = {"0.01 * gerador.randn(Xb.shape[1], k)": "globals()['theta']"}
    bias, activations, loss = "folded_first_row", ("softmax",), "cross_entropy_per_sample"
    targets, l2 = "class_index", 0.3
    loss_of = lambda self, net, x, y: net.custo(net.theta, net.adiciona_vies(x), y, self.l2)

    def step(self, net, x, y, lr, epochs, batch_size):
        net.theta, _ = net.treina(x, y, net.theta.shape[1], lr, self.l2, epochs, batch_size)
