import crosscheck

script = crosscheck.run_script("net_09.py", until="def main")


class Mine(crosscheck.Adapter):
    bias, targets, parameters = "folded_last_row", "vector", "Ws"
    activations, loss = ("softplus", ..., "sigmoid"), "bce_sum"
    build = lambda self, case: {"Ws": case.weights}
    loss_of = lambda self, net, x, y: script["risk"](net["Ws"], x, 2 * y - 1)

    def step(self, net, x, y, lr):
        grads = script["risk_grad"](net["Ws"], x, 2 * y - 1)
        for W, G in zip(net["Ws"], grads):
            W -= lr * G
        return {"dW": grads}
