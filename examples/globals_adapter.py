"""Adapters of globals_script.py. It has no learning rate, which is one of 1."""
import crosscheck

ONCE = {"range(60000)": "range(1)", "j % 10000 == 0": "False", "print(": "str("}


class AsItIs(crosscheck.Script):
    file, names, parameters = "globals_script.py", {"X": "x", "y": "y"}, "syn0 syn1"
    bias, activations, loss = "none", ("sigmoid", "sigmoid"), "half_sse"
    lr, substitute = 1.0, ONCE


class SlopeOfTheWrongThing(AsItIs):
    """`nonlin(x, deriv=True)` expects the activation; here it is given the pre-activation."""
    lr, substitute = 1.0, ONCE | {"nonlin(l1, deriv=True)": "nonlin(np.dot(l0, syn0), deriv=True)"}


EXPECTED = {
    "AsItIs": ("agrees", []),
    "SlopeOfTheWrongThing": ("differs", ["derivative-at-preactivation"]),
}
