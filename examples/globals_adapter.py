"""Adapters of globals_script.py. It has no learning rate, which is one of 1."""
from pathlib import Path

import crosscheck

SCRIPT = Path(__file__).with_name("globals_script.py")
ONCE = {"range(60000)": "range(1)", "j % 10000 == 0": "False", "print(": "str("}


class AsItIs(crosscheck.Adapter):
    bias, activations, loss = "none", ("sigmoid", "sigmoid"), "half_sse"
    lr, _changes = 1.0, ONCE

    def build(self, case):
        return {"syn0": case.weights[0], "syn1": case.weights[1]}

    def step(self, net, x, y, lr):
        given = {"X": x, "y": y, "syn0": net["syn0"], "syn1": net["syn1"]}
        net.update(crosscheck.run_script(SCRIPT, substitute=self._changes, names=given))

    def read(self, net):
        return {"W": [net["syn0"], net["syn1"]]}


class SlopeOfTheWrongThing(AsItIs):
    """`nonlin(x, deriv=True)` expects the activation; here it is given the pre-activation."""
    lr, _changes = 1.0, ONCE | {"nonlin(l1, deriv=True)": "nonlin(np.dot(l0, syn0), deriv=True)"}


EXPECTED = {
    "AsItIs": ("agrees", []),
    "SlopeOfTheWrongThing": ("differs", ["derivative-at-preactivation"]),
}
