import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_09.py", ("w", "b")
    substitute = {"range(8000)": "range(1)", "w11": "w1", "w12": "w2", "w21": "w3", "w22": "w4", "v1": "w5", "v2": "w6",
                  "bh1": "b1", "bh2": "b2", "bo": "b3"}
    names = {"data": "[(x, y)]", "lr": "lr"}
    samples, weight, targets, sizes = "vector", "out_in", "vector", (2, 2, 1)
    activations, loss = ("tanh", "tanh"), "sse"
