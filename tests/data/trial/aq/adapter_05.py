import crosscheck


class Mine(crosscheck.Script):
    file, until, names = "net_05.py", "if __name__", {"ALFA": "lr"}
    parameters = "w_oculta w_salida", "u_oculta u_salida"
    samples, weight, targets, sizes = "vector", "out_in", "vector", (2, 4, 1)
    activations, loss = ("tanh", "identity"), "half_sse"
    step = lambda self, net, x, y, lr: {"loss": net.entrenar(x, y)}
