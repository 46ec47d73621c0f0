"""The adapter of n10_script.py, whose comment calls its loss the mean squared error."""
from pathlib import Path

import crosscheck

SCRIPT = Path(__file__).with_name("n10_script.py")


class Summed(crosscheck.Script):
    file, substitute, parameters = SCRIPT.name, {"range(500)": "range(1)", "print(it, loss)": "pass"}, "w"
    names = {"x": "x", "y": "y", "lr": "lr"}
    bias, activations, loss = "none", ("relu", "identity"), "sse"


class Mean(Summed):
    loss = "mse"                                # as the comment says


class InFull(Mean):
    sizes, batch = (1000, 100, 10), 64          # as in the script: N·K = 640


EXPECTED = {
    "Summed": ("agrees", [], {"remarks": ["relu-gradient-at-zero"]}),
    "Mean": ("agrees up to a factor", ["factor N·K"], {"exact_for": "sse"}),
    "InFull": ("agrees up to a factor", ["factor N·K"], {"exact_for": "sse", "factor": 640}),
}
