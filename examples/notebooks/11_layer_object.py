# %% [markdown]
# # Lesson 11: a layer that updates itself, and the order of two lines
#
# **What it does.** Samples are columns; a layer object gets $dL/dA$ and a learning rate, changes its own weights, and
# returns $dL/dX$ for the layer below. Layers can be chained to any depth.
#
# **Who writes it so.** Whoever likes objects: a layer knows all that it needs, and the training loop is two lines.

# %%
import inspect
import sys

import numpy as np

import crosscheck

sys.path.append("..")  # the folder examples/
import n11_layer_object as example

print(inspect.getsource(example.Layer.backward))
print(inspect.getsource(example.forward))
print(inspect.getsource(example.backward))

# %% [markdown]
# **What it gets wrong.** Nothing. It computes `dX` *before* it changes `W`. Here are the same lines in another order:

# %%
print(inspect.getsource(example.ImpatientLayer.backward))

# %% [markdown]
# The error is sent down through weights that have never made this prediction:
#
# $$dX = (W - \eta\,dW)^T dZ \quad\text{instead of}\quad dX = W^T dZ$$
#
# **By eye**, one layer alone is right in either order, and so is the top layer of several. Both learn:

# %%
def network(layer):
    np.random.seed(0)
    net = [layer(3, 6, "tanh"), layer(6, 2, "tanh")]
    for each in net:
        each.W *= 10
    return net


rng = np.random.RandomState(1)
x, y = rng.randn(3, 10), rng.uniform(-0.9, 0.9, (2, 10))
for layer in (example.Layer, example.ImpatientLayer):
    net, losses = network(layer), []
    for _ in range(200):
        output = example.forward(net, x)
        losses.append(np.sum((output - y) ** 2) / 2)
        example.backward(net, output - y, 0.02)
    print(f"{layer.__name__:14} loss {losses[0]:.2f} at first, {losses[-1]:.2f} after 200 steps")

# %% [markdown]
# **By finite differences** it depends on the learning rate, which has no business in a gradient. How far is the
# impatient layer's `dX` from the right one?

# %%
def d_x(layer, lr):
    net = network(layer)
    return example.backward(net, example.forward(net, x) - y, lr)


rates = [1e-6, 1e-4, 1e-2, 1.0]
right = d_x(example.Layer, 1.0)
errors = [np.max(np.abs(d_x(example.ImpatientLayer, lr) - right)) / np.max(np.abs(right)) for lr in rates]
for lr, error in zip(rates, errors):
    passes = "passes a check to 0.0001" if error < 1e-4 else "fails it"
    print(f"learning rate {lr:<8g} dX is off by {error:.1e}: {passes}")

# %%
import matplotlib.pyplot as plt

plt.figure(figsize=(5, 3))
plt.loglog(rates, errors, "o-", label="impatient: wrong by as much as the step")
plt.axhline(1e-4, color="grey", linestyle="--", label="a tolerance as people choose it")
plt.xlabel("learning rate")
plt.ylabel("relative error of dX")
plt.legend(fontsize=8);

# %% [markdown]
# A gradient check is often made with a tiny learning rate, and lets it pass. The bound of crosscheck is no number that
# somebody chose: it is what rounding may do to each element. It names the mistake, and sees it at that rate too:

# %%
report = crosscheck.check(example.UpdatedTooEarly)
report

# %%
class TinySteps(example.UpdatedTooEarly):
    lr = 1e-6


print(crosscheck.check(TinySteps, only="W").verdict)

# %% [markdown]
# **The check of the right order**, chained to two depths:

# %%
report = crosscheck.check(example.Tanh)
report
