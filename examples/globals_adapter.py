"""Adapters of globals_script.py. It has no learning rate: one is put in, or what it adds is shown as its gradient."""
from pathlib import Path

import crosscheck

SCRIPT = Path(__file__).with_name("globals_script.py")
ONCE = {"range(60000)": "range(1)", "j % 10000 == 0": "False", "print(": "str("}


class LearningRatePutIn(crosscheck.Adapter):
    bias, activations, loss = "none", ("sigmoid", "sigmoid"), "half_sse"
    _changes = ONCE | {"syn1 +=": "syn1 += lr *", "syn0 +=": "syn0 += lr *"}        # the learning rate is put in

    def build(self, case):
        return {"syn0": case.weights[0], "syn1": case.weights[1]}

    def step(self, net, x, y, lr):
        given = {"X": x, "y": y, "syn0": net["syn0"], "syn1": net["syn1"], "lr": lr}
        net.update(crosscheck.run_script(SCRIPT, substitute=self._changes, names=given))

    def read(self, net):
        return {"W": [net["syn0"], net["syn1"]]}


class ShownAsGradient(crosscheck.Adapter):
    """The script as it is: the difference between before and after is the gradient, and no parameter is shown."""
    bias, activations, loss = "none", ("sigmoid", "sigmoid"), "half_sse"

    def build(self, case):
        return {"syn0": case.weights[0], "syn1": case.weights[1]}

    def step(self, net, x, y, lr):
        new = crosscheck.run_script(SCRIPT, substitute=ONCE, names={"X": x, "y": y, "syn0": net["syn0"].copy(), "syn1": net["syn1"].copy()})
        return {"dW1": net["syn0"] - new["syn0"], "dW2": net["syn1"] - new["syn1"]}

    read = lambda self, net: {}


class SlopeOfTheWrongThing(LearningRatePutIn):
    """`nonlin(x, deriv=True)` expects the activation; here it is given the pre-activation."""
    _changes = LearningRatePutIn._changes | {"nonlin(l1, deriv=True)": "nonlin(np.dot(l0, syn0), deriv=True)"}


EXPECTED = {
    "LearningRatePutIn": ("agrees", []),
    "ShownAsGradient": ("agrees", [], {"remarks": ["update-not-shown"]}),
    "SlopeOfTheWrongThing": ("differs", ["derivative-at-preactivation"]),
}
