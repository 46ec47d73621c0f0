import crosscheck

class Mine(crosscheck.Script):
    file, training, parameters = "net_08.py", "for epoch", ("model.layers.w", "model.layers.b")
    names, shows = {"x": "x", "y": "y"}, {"loss": "loss"}
    substitute = {"range(0, 240, 24)": "range(1)", "[i:i + 24]": ""}
    activations, loss = ("gelu_tanh", "gelu_tanh", "softmax"), "cross_entropy_per_sample"
    weight, targets, lr, sizes = "out_in", "class_index", 0.2, (2, 12, 8, 3)
