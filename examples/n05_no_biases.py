"""The adapter of n05_script.py, which trains when it is run."""
from pathlib import Path

import crosscheck

SCRIPT = Path(__file__).with_name("n05_script.py")


class Script(crosscheck.Adapter):
    bias, parameters, activations, loss = "none", "w", ("relu", "identity"), "sse"

    def build(self, case):
        return {"w1": case.weights[0], "w2": case.weights[1]}

    def step(self, net, x, y, lr):
        given = {"x": x, "y": y, "w1": net["w1"], "w2": net["w2"], "learning_rate": lr}
        net.update(crosscheck.run_script(SCRIPT, substitute={"range(500)": "range(1)"}, names=given))
        return {"loss": net["loss"], "output": net["y_pred"]}

    def read(self, net):
        return {"dW": [net["grad_w1"], net["grad_w2"]]}


EXPECTED = {"Script": ("agrees", [], {"remarks": ["relu-gradient-at-zero"]})}
