import crosscheck


class Mine(crosscheck.Adapter):
    bias, lr, momentum, sizes = "row", 0.05, 0.9, (1, 16, 16, 2)
    activations, loss = ("relu", "relu", "identity"), "mse"
    parameters = ("dense1.weights dense2.weights dense3.weights", "dense1.biases dense2.biases dense3.biases")

    def build(self, case):
        return crosscheck.run_script("net_06.py", until="for epoch", substitute={"decay=1e-3": "decay=0"})

    def step(self, net, x, y, lr):
        after = crosscheck.run_script("net_06.py", substitute={"range(1001)": "range(1)"}, names=net | {"X": x, "y": y})
        return {"loss": after["loss"]}
