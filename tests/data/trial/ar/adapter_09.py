import crosscheck

class Mine(crosscheck.Script):
    file, training, parameters = "net_09.py", "for i in range(61)", ("W W2", "b b2")
    names = {"X": "x", "y": "y", "step_size": "lr", "reg": "case.l2"}
    shows = {"loss": "loss", "output": "probs", "dW": "[dW, dW2]", "db": "[db, db2]"}
    bias, targets, l2 = "row", "class_index", 0.1
    activations, loss = ("relu", "softmax"), "cross_entropy_per_sample"
