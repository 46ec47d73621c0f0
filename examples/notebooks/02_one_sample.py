# %% [markdown]
# # Lesson 2: one sample, everything a vector
#
# **What it does.** Three inputs, four relu units, one output; `W` is stored `(n_out, n_in)`, so that a layer is
# `W @ x + b`. One sample at a time.
#
# **Who writes it so.** Whoever follows a textbook: its formulas are written for one column vector.

# %%
import inspect
import sys

import numpy as np

import crosscheck

sys.path.append("..")  # the folder examples/
import n02_one_sample as example
from finite_differences import gradient, worst

print(inspect.getsource(example.TwoLayerNet.forward))
print(inspect.getsource(example.TwoLayerNet.backward))

# %%
np.random.seed(0)
net = example.TwoLayerNet(3, 4, 1)
x, y = np.array([1.0, 2.0, -1.0]), np.array([1.0])
print("output:", net.forward(x))
print("z1:    ", net.z1)
print("h:     ", net.h)

# %% [markdown]
# **What it gets wrong.** Nothing. The fourth unit is silent for this sample, so the fourth row of `dW1` is zero; for
# another sample it may speak.

# %%
net.backward(y)
print("dW1 =\n", net.dW1)

for name in ("W1", "b1", "W2", "b2"):
    nudged = gradient(lambda: np.sum((net.forward(x) - y) ** 2), getattr(net, name))
    print(f"d{name} by nudging: {'the same' if worst(nudged, getattr(net, 'd' + name)) < 1e-6 else 'different'}")

# %% [markdown]
# **What is easy to get wrong here.** $W$ has to be turned round on the way back: $dh = W_2^T\,dy$. Forget it, and shapes
# catch you, as long as they differ. Where a layer is as wide as the next, nothing catches you:

# %%
class Untransposed(example.TwoLayerNet):
    def backward(self, y):
        super().backward(y)
        dz1 = (self.W2 @ (2 * (self.y_hat - y))) * (self.z1 > 0)
        self.dW1, self.db1 = np.outer(dz1, self.x), dz1


for sizes in [(3, 4, 2), (3, 4, 4)]:
    np.random.seed(1)
    net = Untransposed(*sizes)
    y = np.zeros(sizes[-1])
    net.forward(x)
    try:
        net.backward(y)
    except ValueError:
        print(sizes, "raises: the shapes do not fit")
        continue
    nudged = gradient(lambda: np.sum((net.forward(x) - y) ** 2), net.W1)
    print(sizes, f"runs; dW1 is off by {worst(nudged, net.dW1):.0%}")

# %% [markdown]
# **How one can tell.** Finite differences find it, if you think of trying equal widths. crosscheck always tries both:
# widths that have no common factor, so that shapes tell, and equal ones, so that numbers do. Adapters of the two:

# %%
class MineUntransposed(example.Vectors):
    sizes = ("n", "h", "h")

    def build(self, case):
        net = Untransposed(*case.sizes)
        net.W1, net.W2, net.b1, net.b2 = *case.weights, *case.biases
        return net


report = crosscheck.check(MineUntransposed)
report

# %% [markdown]
# **The check of the right one.** It agrees, with a remark. From one sample nobody can tell whether the loss is summed
# or averaged over samples: for $N = 1$ both are the same.

# %%
report = crosscheck.check(example.Vectors)
report
