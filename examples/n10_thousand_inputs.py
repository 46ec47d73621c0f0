"""The adapter of n10_script.py, whose comment calls its loss the mean squared error."""
from pathlib import Path

import crosscheck

SCRIPT = Path(__file__).with_name("n10_script.py")


class Summed(crosscheck.Adapter):
    bias, parameters, activations, loss = "none", "w", ("relu", "identity"), "sse"

    def build(self, case):
        return dict(zip(("w1", "w2"), case.weights))

    def step(self, net, x, y, lr):
        given = {"x": x, "y": y, "w1": net["w1"], "w2": net["w2"], "lr": lr}
        net.update(crosscheck.run_script(SCRIPT, substitute={"range(500)": "range(1)", "print(it, loss)": "pass"}, names=given))


class Mean(Summed):
    loss = "mse"                                # as the comment says


class InFull(Mean):
    sizes, batch = (1000, 100, 10), 64          # as in the script: N·K = 640


EXPECTED = {
    "Summed": ("agrees", [], {"remarks": ["relu-gradient-at-zero"]}),
    "Mean": ("agrees up to a factor", ["factor N·K"], {"exact_for": "sse"}),
    "InFull": ("agrees up to a factor", ["factor N·K"], {"exact_for": "sse", "factor": 640}),
}
