import crosscheck

class Mine(crosscheck.Script):
    file, training, parameters = "net_07.py", "for i in range(iters)", ("W", "b")
    names = {"X": "x", "Y": "y", "lr": "lr"}
    shows = {"loss": "cost(A2, Y)", "output": "A2", "dW": "[dW1, dW2]", "db": "[db1, db2]"}
    samples, weight, bias = "columns", "out_in", "column"
    activations, loss = ("tanh", "sigmoid"), "bce_per_sample"
