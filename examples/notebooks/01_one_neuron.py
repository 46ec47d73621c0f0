# %% [markdown]
# # Lesson 1: one neuron, and it is dead
#
# **What it does.** Three inputs, one neuron, relu: $a = \max(0, w\cdot x + b)$. It trains itself on one sample at a time.
#
# **Who writes it so.** Everybody, on the first day: a class, `np.dot`, an `if` for the derivative.

# %%
import inspect
import sys

import numpy as np

import crosscheck

sys.path.append("..")  # the folder examples/
import n01_one_neuron as example
from finite_differences import gradient, worst

print(inspect.getsource(example.Neuron))

# %% [markdown]
# The numbers of the notebook that it comes from: $x = (1, 2, -1)$, $w = (0.5, -1, 2)$, $b = 0.1$.

# %%
x, target = np.array([1.0, 2.0, -1.0]), 1.0
neuron = example.Neuron([0.5, -1, 2], 0.1)
print("output:", neuron.forward(x), "  pre-activation:", round(neuron.z, 10))

# %% [markdown]
# **What is the matter.** The code is right. But $z = -3.4$, so relu gives 0, its derivative is 0, and so is every
# gradient: $dw = 2(a - y)\cdot 0\cdot x = 0$. Train it as long as you like:

# %%
for _ in range(1000):
    neuron.train(x, target, lr=0.1)
print("w =", neuron.w, "  b =", neuron.b, "  output:", neuron.forward(x))

# %% [markdown]
# **How one can tell, by eye:** the weights never move.
#
# **By finite differences:** not at all. Here is a neuron with *three* mistakes: the sign, the factor 2, and the input.

# %%
class Wrong(example.Neuron):
    def train(self, x, target, lr):
        out = self.forward(x)
        dz = target - out if self.z > 0 else 0.0
        self.dw = dz * x[::-1]
        self.db = dz
        self.w -= lr * self.dw
        self.b -= lr * self.db
        return out


def difference_from_nudging(bias):
    neuron = Wrong([0.5, -1, 2], bias)
    neuron.train(x, target, lr=0.0)
    return worst(neuron.dw, gradient(lambda: (neuron.forward(x) - target) ** 2, neuron.w))


print(f"dead  (b = 0.1): off by {difference_from_nudging(0.1):.0%}")
print(f"alive (b = 4.5): off by {difference_from_nudging(4.5):.0%}")

# %% [markdown]
# On the dead neuron the gradient check passes: 0 = 0. An agreement of zeros proves nothing, since it could not have
# failed. **crosscheck** says so. It does not call this agreement, it calls it *not judged*:

# %%
report = crosscheck.check(example.Dead, cases=example.CASES["Dead"])
report

# %% [markdown]
# **The repair** is not in the code but in the test: judge it where it is alive. Left to itself, the harness chooses its
# own weights and samples, with units on both sides of every kink.

# %%
report = crosscheck.check(example.Alive)
report

# %% [markdown]
# And the wrong one, on the same samples:

# %%
class MineWrong(example.Alive):
    def build(self, case):
        return Wrong(case.weights[0][0], case.biases[0][0])


crosscheck.check(MineWrong).verdict
