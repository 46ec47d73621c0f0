import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_04.py", "for i in range(200)", ("W", "b")
    names = {"X": "x", "y": "y", "step_size": "lr", "reg": "case.l2"}
    shows = {"loss": "loss", "dW": "[dW]", "db": "[db]"}
    bias, targets, l2 = "row", "class_index", 0.1
    activations, loss = ("softmax",), "cross_entropy_per_sample"
