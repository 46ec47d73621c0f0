# %% [markdown]
# # Lesson 10: a comment that is wrong
#
# **What it does.** 1000-100-10, relu, no biases, 64 samples, 500 steps with a learning rate of 0.000001.
#
# **Who writes it so.** It is lesson 5's script made larger, as an exercise in speed.

# %%
import sys

import numpy as np

import crosscheck

sys.path.append("..")  # the folder examples/
import n10_thousand_inputs as example

text = example.SCRIPT.read_text()
print(text[text.index("    # mean squared error") : text.index("    d_w2")])

# %% [markdown]
# **What it gets wrong.** The comment. It says *mean* squared error and takes the *sum*:
#
# $$\sum_{n,k} d_{nk}^2 \;=\; N K \cdot \frac{1}{N K}\sum_{n,k} d_{nk}^2, \qquad N K = 64 \cdot 10 = 640$$
#
# The code agrees with itself, so **finite differences** of its own loss find nothing. **By eye** one may wonder why it
# needs such a small learning rate: it is 0.00064, in truth, down the mean.

# %%
rng = np.random.RandomState(0)
x, y = rng.randn(64, 1000), rng.randn(64, 10)
given = {"x": x, "y": y, "w1": rng.randn(1000, 100), "w2": rng.randn(100, 10)}
few = {"range(500)": "range(1)", "print(it, loss)": "pass"}


def step(changes):
    copies = {name: array.copy() for name, array in given.items()}
    return crosscheck.run_script(example.SCRIPT, substitute=few | changes, names=copies)


as_it_is = step({})
as_it_says = step({"(diff ** 2).sum()": "(diff ** 2).mean()", "2 * diff": "2 * diff / diff.size", "1e-6": "640e-6"})
print(f"it prints {as_it_is['loss']:,.0f}; the mean would be {as_it_says['loss']:,.0f}")
same = np.allclose(as_it_is["w1"], as_it_says["w1"])
print("down the mean, with 640 times the learning rate, the same weights:", same)

# %% [markdown]
# It does no harm until somebody compares: takes PyTorch's `mse_loss` and the same learning rate, and wonders why it
# learns 640 times as slowly. Or changes the batch size, and finds that the learning rate has to change with it.
#
# **crosscheck** holds the code against the loss that it claims. Declared `mse`, on networks of several sizes:

# %%
report = crosscheck.check(example.Mean)
report

# %% [markdown]
# **The repair:** correct the comment; declared `sse`, it agrees. (The remark on exact zeros is that of
# [lesson 5](05_no_biases.ipynb).)

# %%
report = crosscheck.check(example.Summed)
report

# %% [markdown]
# Or correct the code, as above:

# %%
class AsItSays(example.Mean):
    substitute = few | {"2 * diff": "2 * diff / diff.size"}


crosscheck.check(AsItSays).verdict
