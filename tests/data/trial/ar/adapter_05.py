import crosscheck
from net_05 import train_network

class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "folded_last_column", "weights"
    activations, loss = ("tanh", "tanh"), "half_sse_per_sample"
    build = lambda self, case: [[{"weights": list(row)} for row in W] for W in case.weights]

    def step(self, net, x, y, lr, epochs, batch_size):
        train_network(net, list(zip(x.tolist(), y.tolist())), lr, epochs, batch_size)
