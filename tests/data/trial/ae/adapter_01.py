import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_01.py", ("Wih Who", "bh bo")
    names = {"feat": "x", "target": "y", "mineral": "y.argmax(axis=1)", "lr": "lr", "n_epochs": 1}
    activations, loss = ("tanh", "softmax"), "cross_entropy_per_sample"
    shows = {"loss": "xent", "dW": "[gWih, gWho]", "db": "[gbh, gbo]"}
