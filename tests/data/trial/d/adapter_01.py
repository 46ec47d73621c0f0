import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_01.py", {"range(5000)": "range(1)"}, "synapse_0 synapse_1"
    names = {"X": "x", "y": "y", "alphas": "[lr]"}
    bias, activations, loss, shows = "none", ("sigmoid", "sigmoid"), "half_sse", {"loss": "loss"}
