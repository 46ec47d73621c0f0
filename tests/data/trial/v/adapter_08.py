import crosscheck
from net_08 import backward, forward, loss_fn, sgd_step


class Mine(crosscheck.Adapter):
    activations, loss = ("gelu_tanh", ..., "identity"), "half_sse_per_sample"
    parameters = "theta.0", "theta.1"
    build = lambda self, case: {"theta": list(zip(case.weights, case.biases))}

    def step(self, net, x, y, lr):
        out, pre, post = forward(net["theta"], x)
        grads = backward(net["theta"], pre, post, y)
        net["theta"] = sgd_step(net["theta"], grads, lr)
        dW, db = zip(*grads)
        return {"Z": pre, "A": post, "loss": loss_fn(out, y), "dW": list(dW), "db": list(db)}
