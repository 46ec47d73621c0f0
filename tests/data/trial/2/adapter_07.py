import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_07.py", "# ---- train", ("coef", "intercept")
    activations, loss, targets = ("sigmoid",), "bce_per_sample", "vector"
    l2, l2_scale = 0.5, "per_sample"

    def step(self, net, x, y, lr):
        net.LEARNING_RATE = lr
        net.coef, net.intercept = net.gradient_step(x, y, net.coef, net.intercept)

    loss_of = lambda self, net, x, y: net.cost(x, y, net.coef, net.intercept)
