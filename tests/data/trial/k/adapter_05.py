import crosscheck
from net_05 import SignalModel


class Mine(crosscheck.Adapter):
    activations, loss = (("leaky_relu", 0.05), ("leaky_relu", 0.05), "tanh"), "sse_per_sample"
    parameters = "Wa Wb Wc", "ba bb bc"
    build = lambda self, case: SignalModel(*case.sizes, eta=case.lr)
    step = lambda self, net, x, y, lr: {"loss": net.train_batch(x, y)}
