import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_16.py", "state = dict", ("net.W", "net.c")
    samples, weight, bias, sizes = "columns", "out_in", "column", (1, 10, 10, 6, 1)
    activations, loss = ("silu", ..., "identity"), "mse"

    def step(self, net, x, y, lr):
        output, tape = net.run(net.net, x)
        grads = net.pull_back(net.net, tape, 2 * (output - y) / y.size)
        return {"dW": crosscheck.collect(grads, "W"), "db": crosscheck.collect(grads, "c"), "output": output}

    def read(self, net):
        return {}
