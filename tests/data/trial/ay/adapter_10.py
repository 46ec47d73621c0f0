import crosscheck

class Mine(crosscheck.Script):
    file, training, parameters = "net_10.py", "for epoch", ("model.weight.data", "model.bias.data")
    names, shows = {"x": "x", "y": "y", "optimizer.lr": "lr"}, {"loss": "loss", "dX": "grad"}
    weight, activations, loss, sizes = "out_in", ("silu", "silu", "identity"), "mse", (3, 16, 16, 2)
