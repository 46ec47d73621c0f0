# %% [markdown]
# # Lesson 8: an activation from the wrong layer
#
# **What it does.** 6-8-8-1 with sigmoids and biases, the sum of squared errors.
#
# **Who writes it so.** Whoever copies `self.s1 = sigmoid(self.h1)` to the next line and changes one of the two numbers.

# %%
import inspect
import sys

import numpy as np

import crosscheck

sys.path.append("..")  # the folder examples/
import n08_wrong_layer as example
from finite_differences import gradient, worst

print(inspect.getsource(example.SigmoidNet.forward))

# %% [markdown]
# **What it gets wrong.** The second activation is made from the first layer's pre-activation:
#
# $$A_2 = \sigma(Z_1) \quad\text{instead of}\quad A_2 = \sigma(Z_2)$$
#
# $Z_2$ is computed and never used, nor are `w2` and `b2`. It only runs because both layers are 8 wide.
#
# **By eye:** the loss falls. One layer fewer is still a network.

# %%
rng = np.random.RandomState(0)
x, y = rng.randn(64, 6), rng.randn(64, 1)
start = [rng.randn(6, 8), rng.randn(8, 8), rng.randn(8, 1)], [np.zeros(8), np.zeros(8), np.zeros(1)]


def network(cls):
    return cls(*([array.copy() for array in arrays] for arrays in start))


def loss(net):
    return np.sum((net.forward(x) - y) ** 2)


for cls in (example.SigmoidNet, example.CorrectedNet):
    net = network(cls)
    before = loss(net)
    for _ in range(500):
        net.train(x, y, 1e-3)
    print(f"{cls.__name__:13} loss {before:7.1f} at first, {loss(net):5.1f} after 500 steps")

# %% [markdown]
# But there is something to see, if one looks for it: change `w2`, and the output does not move.

# %%
for cls in (example.SigmoidNet, example.CorrectedNet):
    net = network(cls)
    before = net.forward(x).copy()
    net.w2 += 1
    print(f"{cls.__name__:13} output moves by {np.max(np.abs(net.forward(x) - before)):.2f}")

# %% [markdown]
# **By finite differences.** They hold the backward pass against the *forward pass of the same code*, and that one is
# wrong. Nudging `w2` changes nothing, so they find that its gradient should be zero:

# %%
def off(cls, name):
    net, moved = network(cls), network(cls)
    moved.train(x, y, 1e-6)
    shown = (getattr(net, name) - getattr(moved, name)) / 1e-6
    return worst(shown, gradient(lambda: loss(net), getattr(net, name), h=1e-5))


for name in ("w3", "w2", "w1"):
    flawed, corrected = off(example.SigmoidNet, name), off(example.CorrectedNet, name)
    print(f"{name}: Flawed off by {flawed:4.0%}, Corrected by {corrected:.0%}")

# %% [markdown]
# They say that something is wrong at `w2` and `w1`, so one searches the backward pass, where nothing is. `w3` they find
# right: its gradient fits the wrong forward pass. Somebody who "repairs" the backward pass until the check is silent has
# a network with one layer fewer, and a perfect gradient check.
#
# **crosscheck** compares with what the network *should* compute, and names the line:

# %%
report = crosscheck.check(example.Flawed)
report

# %% [markdown]
# **The repair:** one index. **The check after it:**

# %%
print(inspect.getsource(example.CorrectedNet.forward))
report = crosscheck.check(example.Corrected)
report
