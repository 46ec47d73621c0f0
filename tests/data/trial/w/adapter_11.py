import crosscheck


class Mine(crosscheck.Script):
    file, targets, parameters = "net_11.py", "vector", ("w", "b")
    activations, loss, momentum, l2 = ("sigmoid",), "bce_per_sample", 0.8, 0.1
    names = {"X": "x", "y": "2 * y - 1", "D": "x.shape[1]",
             "cfg": "dict(lr=lr, momentum=case.momentum, l2=case.l2 / 2, batch=len(x), epochs=1)"}
