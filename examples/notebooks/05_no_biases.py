# %% [markdown]
# # Lesson 5: a script without biases, and the corner of relu
#
# **What it does.** 20 inputs, 32 relu units, one output, no biases; 500 steps down the sum of squared errors.
#
# **Who writes it so.** It is the classic first example of many introductions: one script, global variables, one loop.

# %%
import sys

import numpy as np

import crosscheck

sys.path.append("..")  # the folder examples/
import n05_no_biases as example
from finite_differences import gradient, worst

text = example.SCRIPT.read_text()
print(text[text.index("    # backward") :])

# %% [markdown]
# **What it gets wrong.** Hardly anything. `grad_h[h < 0] = 0` lets the gradient pass where $h = 0$ exactly: it takes the
# derivative of relu at the corner to be 1. PyTorch takes it to be 0. Both are a choice; the true function has no
# derivative there.
#
# **How one can tell, by finite differences:** they give neither. Nudging to both sides sees half of each:

# %%
corner = np.array([0.0])
nudged = gradient(lambda: np.maximum(corner, 0)[0], corner)
print("relu's slope at 0: by nudging", nudged[0], "  this script 1.0   PyTorch 0.0")

# %% [markdown]
# With random numbers $h$ is never exactly zero, and an ordinary check sees nothing at all:

# %%
rng = np.random.RandomState(0)
given = {"x": rng.randn(64, 20), "y": rng.randn(64, 1), "w1": rng.randn(20, 32), "w2": rng.randn(32, 1)}
once = {"range(500)": "range(1)"}


def loss():
    return np.sum((np.maximum(given["x"] @ given["w1"], 0) @ given["w2"] - given["y"]) ** 2)


nudged = gradient(loss, given["w1"], h=1e-7)
net = crosscheck.run_script(example.SCRIPT, substitute=once, names={k: v.copy() for k, v in given.items()})
print("grad_w1 by nudging:", "the same" if worst(nudged, net["grad_w1"]) < 1e-4 else "different")

# %% [markdown]
# But zeros do happen: a black picture, an empty row of a table, weights that start at zero. crosscheck has a case with
# exact zeros, and makes a **remark**, not a difference:

# %%
report = crosscheck.check(example.Script)
report

# %% [markdown]
# **The repair**, for those who want PyTorch's convention, is one character. The remark goes:

# %%
class LikePyTorch(example.Script):
    substitute = {"h < 0": "h <= 0"}


report = crosscheck.check(LikePyTorch)
print(report.verdict, "  remarks:", [remark.kind for remark in report.remarks])
