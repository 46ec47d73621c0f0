# %% [markdown]
# # Lesson 12: the agreement that was one array, printed twice
#
# **What it does.** One sigmoid layer, 3 → 2, ten samples in rows. To compare it with PyTorch, it takes its weights from
# an `nn.Linear`, makes one step, and prints both.
#
# **Who writes it so.** A careful person, who checks. This network started the project.

# %%
import inspect
import sys

import numpy as np
import torch
from torch import nn

import crosscheck

sys.path.append("..")  # the folder examples/
import n12_shared_memory as example
from finite_differences import gradient

print(inspect.getsource(example.sigmoid_derivative))
print(inspect.getsource(example.SigmoidLayer))

# %% [markdown]
# Here is the comparison, as it was made: weights from the `nn.Linear`, one step by hand.

# %%
torch.manual_seed(0)
linear = nn.Linear(3, 2).double()
x, y = torch.randn(10, 3).double(), torch.rand(10, 2).double()
start = linear.weight.detach().clone()

layer = example.SigmoidLayer(linear.weight.detach().numpy(), linear.bias.detach().numpy())
layer.backward(layer.forward(x.numpy()) - y.numpy(), lr=0.1)

print("by hand:\n", layer.w)
print("PyTorch:\n", linear.weight.detach().numpy())
print("equal in every digit:", np.array_equal(layer.w, linear.weight.detach().numpy()))

# %% [markdown]
# Equal in every digit! But PyTorch has not made a step yet: nobody called `backward()` or an optimizer.
#
# **What it gets wrong, first.** `.detach().numpy()` makes no copy. Both names mean the same memory, and `self.w -= ...`
# writes into it. **By eye**: agreement in *every* digit is suspicious. Two programs that add in different orders differ
# in the last ones.

# %%
print("the same memory:", np.shares_memory(layer.w, linear.weight.detach().numpy()))
print("PyTorch's weights have moved:", not torch.equal(start, linear.weight))

# %% [markdown]
# **Second,** the derivative. `sigmoid_derivative(a)` expects the *activation*; the code gives it $z$. Then $z(1 - z)$
# stands where $a(1 - a)$ should:

# %%
import matplotlib.pyplot as plt

z = np.linspace(-3, 3, 100)
plt.figure(figsize=(5, 3))
plt.plot(z, example.sigmoid_derivative(example.sigmoid(z)), label="right: a (1 − a)")
plt.plot(z, example.sigmoid_derivative(z), label="as it is: z (1 − z)")
plt.axhline(0, color="grey", linewidth=0.5)
plt.xlabel("z")
plt.ylim(-4, 1)
plt.legend();

# %% [markdown]
# Below zero and above one it even has the wrong sign. **Third,** it claims the mean squared error and sends back
# $\hat y - y$; the mean has $2(\hat y - y)/(NK)$.
#
# **By finite differences** both of these are seen at once, as one wrong number after the other, without a name:

# %%
def step_of(cls, error):
    net = cls(start.numpy().copy(), np.zeros(2))
    nudged = gradient(lambda: np.mean((net.forward(x.numpy()) - y.numpy()) ** 2), net.w)
    net.backward(error(net.forward(x.numpy()) - y.numpy()), lr=0.0)
    return net.dw / nudged


# 1 where the gradient is right
print("Flawed, dw ÷ nudged:\n", np.round(step_of(example.SigmoidLayer, lambda d: d), 2))
print("Corrected:\n", np.round(step_of(example.CorrectedLayer, lambda d: 2 * d / d.size), 2))

# %% [markdown]
# **crosscheck** finds all three. The adapter hands over the module that the weights came from (`torch_module`), so
# that memory shared with it can be looked for, by address and by a write.

# %%
report = crosscheck.check(example.Flawed)
report

# %% [markdown]
# There was a second version of the layer, which received the targets and summed its bias gradient with
# `keepdims=True`, to `(1, n)`. Given biases `(n,)`, it fails at its update:

# %%
report = crosscheck.check(example.WithTargetsAndBiasVector)
report

# %% [markdown]
# **The repair:** copy the weights (`.detach().numpy().copy()`), give the derivative what it expects, scale the error.

# %%
print(inspect.getsource(example.CorrectedLayer.backward))
print(inspect.getsource(example.Corrected.step))
report = crosscheck.check(example.Corrected)
report

# %% [markdown]
# The lesson of all twelve: **agreement must be earned.** A comparison that could not have failed proves nothing, be it of
# zeros with zeros ([lesson 1](01_one_neuron.ipynb)) or of an array with itself.
