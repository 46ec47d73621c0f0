# %% [markdown]
# # Lesson 9: a product learned, and three traps in ten lines
#
# **What it does.** 2-5-1 with relu learns $y = 10 x_0 x_1$ from 1000 points. Weights and biases stand in two global
# lists, which `backward` updates in place.
#
# **Who writes it so.** Whoever works in a notebook: everything is global, and it only has to run once, from top to bottom.

# %%
import sys

import numpy as np

import crosscheck

sys.path.append("..")  # the folder examples/
import n09_product as example
from finite_differences import gradient, worst

text = example.SCRIPT.read_text()
print(text[text.index("def relu_prime") : text.index("lr = 1e-4")])

# %% [markdown]
# ## What it gets wrong
#
# **1. It reports one loss and goes down another.** It prints $\frac1N\sum d^2$; its `delta` is $d$, the gradient of
# $\frac12\sum d^2$. The factor between them is $N/2 = 500$. By eye: nothing, only a learning rate of 0.0001 that looks
# small and is in truth 0.05. By finite differences of the printed loss: a ratio that is the same for every weight.

# %%
rng = np.random.RandomState(0)
X = rng.uniform(-1, 1, (1000, 2))
Y = 10 * X[:, 0] * X[:, 1]
net = crosscheck.run_script(example.SCRIPT, until="for epoch")
W = net["weights"][0]
before, h = W.copy(), 1e-6
nudged = np.zeros(2)
for i in range(2):
    for sign in (1, -1):
        W[i, 0] = before[i, 0] + sign * h
        nudged[i] += sign * net["mse"](net["forward"](X)[-1], Y[:, None]) / (2 * h)
    W[i, 0] = before[i, 0]
net["backward"](net["forward"](X), Y, 1e-6)
print("by the code ÷ by nudging:", np.round((before - W)[:, 0] / 1e-6 / nudged, 2))

# %% [markdown]
# crosscheck tries batches of several sizes where it can, and so can say that the factor is $N/2$, not just 500. Here the
# code fixes $N = 1000$ and one output; the report says which loss its gradient belongs to.

# %%
report = crosscheck.check(example.Declared)
report

# %% [markdown]
# **2. `y.reshape(Y_val[:, None].shape)`** takes the shape of an array from another run. Any other number of samples:

# %%
try:
    net["backward"](net["forward"](X[:10]), Y[:10], 1e-4)
except ValueError as error:
    print("10 samples:", error)

# %% [markdown]
# The form beside it forgets to reshape at all. `(N, 1) - (N,)` is no error in NumPy: it is a table of every output
# against every target, `(N, N)`. Somebody got a wrong shape further down and put a sum there until it ran.

# %%
outputs, targets = np.zeros((4, 1)), np.arange(4.0)
print("shape of the difference:", (outputs - targets).shape)
print(outputs - targets)

# %% [markdown]
# Its gradient is zero where every output is the mean of all targets: that is what it learns. Finite differences of a
# loss with the same subtraction in it find that gradient right:

# %%
outputs = rng.randn(4, 1)
delta = (outputs - targets).sum(axis=1, keepdims=True)
nudged = gradient(lambda: np.sum((outputs - targets) ** 2) / 2, outputs)
print("delta by nudging:", "the same" if worst(nudged, delta) < 1e-6 else "different")
everywhere_the_mean = np.full((4, 1), targets.mean())
print("delta at the mean:", (everywhere_the_mean - targets).sum(axis=1))

# %% [markdown]
# The reference, which is not made from this code, does not:

# %%
report = crosscheck.check(example.ForgetsToReshape)
report

# %% [markdown]
# **3. `relu_prime(activations[i])`**: the derivative is taken at the activation, $f'(A)$ instead of $f'(Z)$. For relu
# both are the same, since $A > 0$ exactly where $Z > 0$. The mistake is *latent*: it waits for the day on which somebody
# writes sigmoid instead.

# %%
z = np.linspace(-2, 2, 5)
relu, sigmoid = np.maximum(z, 0), 1 / (1 + np.exp(-z))
s = lambda t: 1 / (1 + np.exp(-t))
print("relu      f'(z) ", (z > 0) * 1.0, " f'(a) ", (relu > 0) * 1.0)
print("sigmoid   f'(z) ", np.round(sigmoid * (1 - sigmoid), 2), " f'(a) ", np.round(s(sigmoid) * (1 - s(sigmoid)), 2))

# %%
report = crosscheck.check(example.Sigmoid)
report

# %% [markdown]
# ## The repair
#
# Say which loss it is (`half_sse`), and reshape the targets to what they are, `y.reshape(-1, 1)`. Then it takes any
# batch, and agrees:

# %%
report = crosscheck.check(example.AnyBatch)
report
