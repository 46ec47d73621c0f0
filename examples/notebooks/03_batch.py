# %% [markdown]
# # Lesson 3: a batch in rows
#
# **What it does.** Four samples at once, 3-4-1, one sample a row, `W` as `(n_in, n_out)`. Functions and a dictionary of
# gradients; the caller makes the update.
#
# **Who writes it so.** Courses on vision and on recommendation: data come as tables, one row a sample.

# %%
import inspect
import sys

import numpy as np

import crosscheck

sys.path.append("..")  # the folder examples/
import n03_batch as example
from finite_differences import gradient, worst

print(inspect.getsource(example.forward))
print(inspect.getsource(example.backward))

# %%
np.random.seed(0)
W1, W2, X = np.random.randn(3, 4), np.random.randn(4, 1), np.random.randn(4, 3)
b1, b2, y = np.zeros(4), np.zeros(1), np.ones((4, 1))
z1, h, out = example.forward(X, W1, b1, W2, b2)
print("z1 =\n", z1)
print("outputs:", out.ravel())

# %% [markdown]
# The last sample is below zero in every unit: it is dead in all four, and its output is the bias of the output alone.
# It adds nothing to `dW1`. Leave it out, and only the division by $N$ notices:

# %%
grads = example.backward(X, y, z1, h, out, W2)
without = example.backward(X[:3], y[:3], z1[:3], h[:3], out[:3], W2)
print("dW1 without the last sample, times 3/4, is the same:", np.allclose(grads["W1"], without["W1"] * 3 / 4))
print("and db2:", np.allclose(grads["b2"], without["b2"] * 3 / 4), "(the output's bias hears every sample)")

# %% [markdown]
# **What it gets wrong.** Nothing, if one says what it is: the squared error summed over outputs, averaged over samples.
# Its author may well call it the mean squared error. With one output that is the same; PyTorch's `mse_loss` divides by
# the outputs too. Finite differences on the notebook's own network, with one output, cannot tell:

# %%
def mean_of_all():
    return np.mean((example.forward(X, W1, b1, W2, b2)[2] - y) ** 2)


print("dW1 is the gradient of np.mean(...):", worst(grads["W1"], gradient(mean_of_all, W1)) < 1e-6)

# %% [markdown]
# **How one can tell:** try three outputs. crosscheck does, and names the factor $K$, the number of outputs:

# %%
class CalledMse(example.Gradients):
    loss = "mse"


report = crosscheck.check(CalledMse)
report

# %% [markdown]
# **The repair** is the name of the loss: `sse_per_sample`. Then it agrees. The remark says that this code shows no
# update, so none was judged.

# %%
report = crosscheck.check(example.Gradients)
report
