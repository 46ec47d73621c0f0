import numpy as np
import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_15.py", "B_hat = fit", "B_hat"
    substitute = {"0.01 * np.random.normal(size=(x.shape[1], Y.shape[1]))": "B_hat"}
    bias, targets, l2 = "folded_first_row", "one_hot", 0.02
    activations, loss = ("softmax",), "cross_entropy_per_sample"

    def step(self, net, x, y, lr):
        x = np.column_stack((np.ones(len(x)), x))
        loss = net.penalized_nll(net.B_hat, x, y, self.l2)
        net.B_hat = net.fit(x, y, self.l2, lr, 1, False)
        return {"loss": loss}
