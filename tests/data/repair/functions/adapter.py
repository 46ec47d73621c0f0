import network
import crosscheck


class Mine(crosscheck.Adapter):
    activations, loss = ("tanh", "sigmoid", "identity"), "mse"

    def build(self, case):
        params = {}
        crosscheck.assign(params, "W", case.weights), crosscheck.assign(params, "b", case.biases)
        return params

    def step(self, params, x, y, lr):
        loss, cache, grads = network.train_step(params, x, y, lr)
        shown = {q: [cache[f"{q}{i}"] for i in (1, 2, 3)] for q in "ZA"}
        return shown | {f"d{name}": g for name, g in grads.items()} | {"loss": loss}

    def read(self, params):
        return {q: crosscheck.collect(params, q) for q in "Wb"}
