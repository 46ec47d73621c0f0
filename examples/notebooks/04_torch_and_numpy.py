# %% [markdown]
# # Lesson 4: PyTorch's network, and its twin in NumPy
#
# **What it does.** An `nn.Module` 3-4-1 trains for 200 epochs; beside it a network in NumPy that starts from the same
# weights. If the twin is right, it has the same losses.
#
# **Who writes it so.** Whoever wants to see what `loss.backward()` does, and checks it the obvious way: by printing both.

# %%
import inspect
import sys

import numpy as np
import torch

import crosscheck

sys.path.append("..")  # the folder examples/
import n04_torch_and_numpy as example

print(inspect.getsource(example.NumpyNet))

# %%
def train_both(twin_class, lr=0.01):
    torch.manual_seed(0)
    X, y = torch.randn(100, 3), torch.randn(100, 1)
    model = example.Net()
    twin = twin_class(*[p.detach().numpy() for p in model.parameters()])
    for epoch in range(1, 201):
        loss = example.train_step(model, X, y, lr).item()
        by_hand = twin.train_step(X.numpy(), y.numpy(), lr)
        if epoch % 40 == 0:
            print(f"epoch {epoch:3}  torch {loss:.4f}  numpy {by_hand:.4f}")


train_both(example.NumpyNet)

# %% [markdown]
# **What it gets wrong.** Nothing.
#
# **How one can tell.** The losses are equal. But how much does that prove? We plant a mistake into the twin: the gradient
# of the first layer's bias is averaged over the 100 samples, so that it is a hundred times too small.

# %%
planted = crosscheck.run_script(
    "../n04_torch_and_numpy.py",
    until="if __name__",
    substitute={"grad_h.T @ X, grad_h.sum(axis=0)": "grad_h.T @ X, grad_h.mean(axis=0)"},
)
train_both(planted["NumpyNet"])

# %% [markdown]
# The losses part in the third digit and come together again; at the end one in the fourth is left. "Rounding," one
# might say, "float32 is not exact." How far apart may they be? That is what a tolerance is for, and one that is guessed
# either lets this pass or raises false alarms. crosscheck derives it, for each element, from the arithmetic:

# %%
report = crosscheck.check(planted["Twin"], dtype="float32")
report

# %% [markdown]
# **The check of the right one**, in float32 as well. See how large the errors are now, and that they stay within the
# bounds. (Float64 is the default, in which much smaller mistakes can be seen.)

# %%
report = crosscheck.check(example.Twin, dtype="float32")
report

# %% [markdown]
# One word in `NumpyNet.__init__` matters: `.copy()`. `p.detach().numpy()` gives no copy of PyTorch's parameters but
# *the same memory*. What happens without the copy is [lesson 12](12_shared_memory.ipynb).
