import crosscheck


class Mine(crosscheck.Adapter):
    activations, loss, targets = ("gelu_tanh", "gelu_tanh", "softmax"), "cross_entropy_per_sample", "class_index"
    sizes, parameters = (2, 16, 12, 3), ("net.W", "net.b")
    build = lambda self, case: crosscheck.run_script("net_07.py", until="for epoch")

    def step(self, net, x, y, lr, epochs, batch_size):
        given = {"X": x, "labels": y, "lr": lr, "n_epochs": epochs, "batch_size": batch_size}
        crosscheck.run_script("net_07.py", names=net | given)
