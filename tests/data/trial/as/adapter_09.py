import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters, flat = "net_09.py", "for it in range(800)", "theta", "C"
    names = {"x": "x", "y": "y", "lr": "lr", "DIMS": "list(case.sizes)", "ALPHA": "0.5"}
    substitute = {"theta[pos:pos + r * c] = np": "_ = np"}
    samples, weight, bias, momentum = "columns", "out_in", "column", 0.9
    activations, loss = (("elu", 0.5), ..., "identity"), "sse"
    loss_of = lambda self, net, x, y: net.sse(net.theta, x, y)
