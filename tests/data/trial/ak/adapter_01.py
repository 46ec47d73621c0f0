import crosscheck


class Mine(crosscheck.Script):
    file, training = "net_01.py", "for epoch in range(60)"
    names = {"data": "[(x, y)]", "LEARNING_RATE": "lr", "N_IN": "case.sizes[0]", "N_HID": "case.sizes[1]"}
    samples, weight, targets = "vector", "out_in", "vector"
    parameters = "hidden_weights output_weights", "hidden_bias output_bias"
    activations, loss = ("tanh", "identity"), "half_sse"
    loss_of = lambda self, net, x, y: net.sample_error(x, y)
