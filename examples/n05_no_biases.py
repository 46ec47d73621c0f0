"""The adapter of n05_script.py, which trains when it is run."""
from pathlib import Path

import crosscheck

SCRIPT = Path(__file__).with_name("n05_script.py")


class Script(crosscheck.Script):
    file, training, parameters = SCRIPT.name, "for t in range(500)", "w"
    names = {"x": "x", "y": "y", "learning_rate": "lr"}
    shows = {"loss": "loss", "output": "y_pred", "dW": "[grad_w1, grad_w2]"}
    bias, activations, loss = "none", ("relu", "identity"), "sse"


EXPECTED = {"Script": ("agrees", [], {"remarks": ["relu-gradient-at-zero"]})}
