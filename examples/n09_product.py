"""Adapters of n09_script.py, which holds its network in global lists."""
from pathlib import Path

import crosscheck

SCRIPT = Path(__file__).with_name("n09_script.py")

# What is changed in the script to get its other forms.
RESHAPED = {"Y_val[:, None].shape": "(-1, 1)"}
NOT_RESHAPED = {     # (N, 1) - (N,) is (N, N), hidden by the sum that somebody put in to get the shapes right
    "    y = y.reshape(Y_val[:, None].shape)\n": "",
    "delta = activations[-1] - y": "delta = (activations[-1] - y).sum(axis=1, keepdims=True)",
}
SIGMOID = {"np.maximum(0, z)": "1 / (1 + np.exp(-z))", "(z > 0).astype(float)": "relu(z) * (1 - relu(z))"}


class Declared(crosscheck.Script):
    file, until, parameters = SCRIPT.name, "for epoch", ("weights", "biases")
    activations, loss, targets = ("relu", "identity"), "mse", "vector"      # the loss that it prints
    batch, sizes, substitute = 1000, (2, 5, 1), {}

    def step(self, net, x, y, lr):
        net.backward(net.forward(x), y, lr)


class Exact(Declared):
    loss = "half_sse"


class AnyBatch(Exact):
    batch, sizes, substitute = None, ("n", "h", 1), RESHAPED


class ForgetsToReshape(AnyBatch):
    batch, sizes, substitute = None, ("n", "h", 1), NOT_RESHAPED


class Sigmoid(AnyBatch):
    """With a sigmoid in place of the relu, the derivative at the activation is a mistake."""
    activations, loss = ("sigmoid", "identity"), "half_sse"
    batch, sizes, substitute = None, ("n", "h", 1), RESHAPED | SIGMOID


EXPECTED = {
    "Declared": ("agrees up to a factor", ["factor N/2"], {"exact_for": "half_sse"}),
    "Exact": ("agrees", []),
    "AnyBatch": ("agrees", []),
    "ForgetsToReshape": ("differs", ["targets-broadcast"]),
    "Sigmoid": ("differs", ["derivative-at-activation"]),
}
