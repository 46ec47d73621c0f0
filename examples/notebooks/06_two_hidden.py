# %% [markdown]
# # Lesson 6: two hidden layers, unrolled by hand
#
# **What it does.** 6-8-8-1, relu, no biases, the sum of squared errors: lesson 5 with one more layer.
#
# **Who writes it so.** Whoever has understood two layers and writes the third by copying the lines of the second, with
# other numbers in the names.

# %%
import inspect
import sys

import numpy as np

import crosscheck

sys.path.append("..")  # the folder examples/
import n06_two_hidden as example
from finite_differences import gradient, worst

print(inspect.getsource(example.ThreeLayerNet.fit))

# %% [markdown]
# **What it gets wrong.** Nothing: all the numbers in the names are right. It has the convention of
# [lesson 5](05_no_biases.ipynb) at exact zeros, which is a remark.

# %%
report = crosscheck.check(example.Fit)
report

# %% [markdown]
# **What is easy to get wrong here.** One index that was not changed after copying. We plant it into the source (with
# PyTorch's convention at zero, so that it is the only mistake): the mask of the second layer is taken from the first.
#
# $$dZ_2 = dA_2 \circ f'(Z_1) \quad\text{instead of}\quad dZ_2 = dA_2 \circ f'(Z_2)$$

# %%
planted = {"grad_h2[h2 < 0] = 0": "grad_h2[h1 <= 0] = 0", "grad_h1[h1 < 0] = 0": "grad_h1[h1 <= 0] = 0"}
copied = crosscheck.run_script("../n06_two_hidden.py", substitute=planted)

rng = np.random.RandomState(0)
x, y = rng.randn(64, 6), rng.randn(64, 1)
start = [rng.randn(6, 8), rng.randn(8, 8), rng.randn(8, 1)]


def network(cls):
    net = cls(6, 8, 8, 1)
    crosscheck.assign(net, "w", [w.copy() for w in start])
    return net


for name, cls in [("right", example.ThreeLayerNet), ("copied", copied["ThreeLayerNet"])]:
    losses = network(cls).fit(x, y, learning_rate=1e-5, epochs=300)
    print(f"{name:7} loss {losses[0]:8.1f} at first, {losses[-1]:8.1f} after 300 epochs")

# %% [markdown]
# **How one can tell, by eye:** not from the training, its loss falls as well. Not from shapes: both hidden layers are 8
# wide. **By finite differences:** yes, in the layers at and below the mistake.

# %%
net = network(copied["ThreeLayerNet"])
still = network(copied["ThreeLayerNet"])
still.fit(x, y, learning_rate=1e-9, epochs=1)
for name in ("w1", "w2", "w3"):
    shown = (getattr(net, name) - getattr(still, name)) / 1e-9
    nudged = gradient(lambda: net.fit(x, y, learning_rate=0.0, epochs=1)[0], getattr(net, name))
    off = worst(shown, nudged)
    print(f"{name}: {'right' if off < 1e-3 else f'off by {off:.0%}'}")

# %% [markdown]
# So something is wrong at the second layer or just above the first. **crosscheck** says what:

# %%
class Copied(copied["Fit"]):
    sizes = ("n", "h", "h", "k")  # it only runs where both hidden layers have the same width


report = crosscheck.check(Copied)
report

# %% [markdown]
# **The repair** is to change the index back. Better: a loop over layers has no indices to forget
# (`manual_mlp/numerator.py`).
