# %% [markdown]
# # Lesson 7: biases by products with ones
#
# **What it does.** 6-8-8-1 with biases. Their gradients are formed as matrix products with a column of ones.
#
# **Who writes it so.** Whoever has learnt that every gradient is a product of matrices. The bias is the weight of an
# input that is always 1, so $db = dZ^T\,\mathbf{1}$ with one column of $N$ ones. That is right.

# %%
import inspect
import sys

import numpy as np

import crosscheck

sys.path.append("..")  # the folder examples/
import n07_bias_by_ones as example

source = inspect.getsource(example.Net.train_step)
print("\n".join(line.strip() for line in source.splitlines() if "grad_b" in line))

# %% [markdown]
# **What it gets wrong.** In the last layer the ones have the shape of the targets, `(N, D_out)`. The product is then
# $(K, N)\cdot(N, K) = (K, K)$: the right column, $K$ times over. With one output that is the right number; with more it
# does not fit into the bias.

# %%
def one_step(outputs, net_class=example.Net):
    np.random.seed(0)
    net = net_class(6, 8, 8, outputs)
    try:
        net.train_step(np.random.randn(64, 6), np.random.randn(64, outputs), lr=1e-4)
        return "runs"
    except ValueError as error:
        return f"raises {error}"


for outputs in (1, 2, 3):
    print(f"{outputs} output(s): {one_step(outputs)}")

# %% [markdown]
# **How one can tell.** Not from the author's own runs: they have one output. Finite differences there find every
# gradient right, and so does crosscheck, if it is told that there is one output only:

# %%
report = crosscheck.check(example.OneOutput)
report

# %% [markdown]
# Told nothing, it tries several outputs too. What comes is a finding with its line, not a traceback:

# %%
report = crosscheck.check(example.SeveralOutputs)
report

# %% [markdown]
# **The repair:** one column of ones for every layer; or, plainly, the sum over the samples.

# %%
repaired = crosscheck.run_script(
    "../n07_bias_by_ones.py", substitute={"grad_y.T.dot(np.ones((N, D_out)))": "grad_y.sum(axis=0)"}
)
print("3 outputs:", one_step(3, repaired["Net"]))
report = crosscheck.check(repaired["SeveralOutputs"])
report
