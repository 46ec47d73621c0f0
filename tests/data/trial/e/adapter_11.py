import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_11.py", "STEPS, LR", "theta.U theta.V theta.R"
    bias, activations, loss = "none", ("gelu_tanh", "gelu_tanh", "identity"), "half_sse_per_sample"
    sizes = (6, 24, 12, 3)

    def step(self, net, x, y, lr):
        g = net.grads(net.theta, x, y)
        for name in net.theta:
            net.theta[name] = net.theta[name] - lr * g[name]
