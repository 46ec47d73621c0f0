# %% [markdown]
# # Backpropagation by hand, and how to know that it is right
#
# You know Python and a little NumPy. Here you build a network with nothing else: first one neuron, with numbers that
# you can check on paper; then one sample, a batch, two layers, and the two ways to lay all of it out. At the end stands
# a network with four mistakes in it, and a program that tells you what they are.
#
# Run the cells from top to bottom. There are four exercises, each with a check below it and a solution that unfolds.

# %%
import numpy as np

import crosscheck

np.set_printoptions(precision=4, suppress=True)

# %% [markdown]
# ## 1. One neuron
#
# A neuron multiplies what comes in by its weights, adds its bias, and passes the sum through an *activation*. Take
# three inputs, and `relu`, which keeps what is positive and makes the rest zero:
#
# $$z = w_1 x_1 + w_2 x_2 + w_3 x_3 + b, \qquad a = \max(0, z)$$
#
# On paper: $0.5\cdot 1 - 1\cdot 2 + 2\cdot(-1) + 4.5 = 1$.

# %%
x = np.array([1.0, 2.0, -1.0])
w = np.array([0.5, -1.0, 2.0])
b = 4.5

z = w @ x + b
a = max(0.0, z)
print("z =", z, "  a =", a)

# %% [markdown]
# We want it to say 3. The *loss* says how far off it is: the square of the error.

# %%
target = 3.0
loss = (a - target) ** 2
print("loss =", loss)

# %% [markdown]
# **Backwards.** How does the loss change when something changes a little? One step at a time, from the end:
#
# | step | its derivative | here |
# |---|---|---|
# | $L = (a - y)^2$ | $dL/da = 2(a - y)$ | $2(1 - 3) = -4$ |
# | $a = \max(0, z)$ | $da/dz = 1$ where $z > 0$, else $0$ | $1$ |
# | $z = w\cdot x + b$ | $dz/dw = x, \quad dz/db = 1$ | $(1, 2, -1), \quad 1$ |
#
# The chain rule multiplies them: $dL/dz = -4\cdot 1$, and $dL/dw = -4\cdot(1, 2, -1)$.

# %%
da = 2 * (a - target)
dz = da * (1.0 if z > 0 else 0.0)
dw = dz * x
db = dz
print("dw =", dw, "  db =", db)

# %% [markdown]
# Is that right? Nudge one weight and look at the loss. This is the ordinary gradient check, *finite differences*.

# %%
def loss_for(w, b):
    return (max(0.0, w @ x + b) - target) ** 2


h = 1e-6
nudge = np.array([0.0, h, 0.0])
by_nudging = (loss_for(w + nudge, b) - loss_for(w - nudge, b)) / (2 * h)
print(f"dw[1] by nudging: {by_nudging:.4f}, by hand: {dw[1]:.4f}")

# %% [markdown]
# The gradient points uphill, so a step of *gradient descent* goes the other way. The learning rate says how far.

# %%
lr = 0.1
w_new, b_new = w - lr * dw, b - lr * db
print("w =", w_new, "  b =", b_new)
print(f"loss before {loss_for(w, b):.2f}, after {loss_for(w_new, b_new):.2f}")

# %% [markdown]
# **Exercise 1.** The same neuron (the first `w`, `b` = 4.5, target 3) sees another sample, `x = (2, 0, 1)`. Find
# $dL/dw$ on paper: $z$, $a$, $dL/da$, and so on. Then put the three numbers in.

# %% tags=["exercise"]
my_dw = None  # three numbers, such as [1, 2, 3]

# %% tags=["check"]
other = np.array([2.0, 0.0, 1.0])
right = 2 * (max(0.0, w @ other + b) - target) * (w @ other + b > 0) * other
print("right" if my_dw is not None and np.allclose(my_dw, right) else "not yet")

# %% [markdown] tags=["solution"]
# <details><summary>Solution</summary>
#
# $z = 0.5\cdot 2 - 1\cdot 0 + 2\cdot 1 + 4.5 = 7.5 = a$, so $dL/da = 2\cdot 4.5 = 9$, and $dL/dw = 9\cdot(2, 0, 1)$:
#
# ```python
# my_dw = [18, 0, 9]
# ```
# </details>

# %% [markdown]
# ## 2. One sample, several neurons
#
# Neurons that see the same input form a *layer*. Their weights stand in one matrix `W`, a column for each neuron, and
# one product does all the sums:

# %%
W = np.array([[0.5, 1.0], [-1.0, 0.0], [2.0, 1.0]])  # 3 inputs, 2 neurons
b = np.array([4.5, -1.0])

z = x @ W + b
print("z =", z)
print("by hand, neuron 0:", W[0, 0] * x[0] + W[1, 0] * x[1] + W[2, 0] * x[2] + b[0])

# %% [markdown]
# Neuron 1 has $z = -1$: relu makes it silent. Weight `W[i, j]` leads from input `i` to neuron `j`, so its gradient is
# $x_i\cdot dz_j$. All of these products at once are the *outer product*.

# %%
y = np.array([3.0, 2.0])
a = np.maximum(0, z)
dz = 2 * (a - y) * (z > 0)
print("dz =", dz)
print("dW =\n", np.outer(x, dz))

# %% [markdown]
# The second column is zero: nothing reaches a silent neuron, so it learns nothing from this sample. If it is silent for
# *every* sample it is dead. Remember that its gradient is zero whatever the rest of the formula says:
# [lesson 1](01_one_neuron.ipynb) is about that.

# %% [markdown]
# ## 3. A batch: why sums appear
#
# Four samples, one in each row of `X`. The same line computes them all; `b` is added to every row.

# %%
X = np.array([[1.0, 2.0, -1.0], [0.0, 1.0, 1.0], [2.0, 0.0, 1.0], [-1.0, 1.0, 3.0]])
Y = np.array([[3.0, 2.0], [1.0, 0.0], [2.0, 2.0], [0.0, 1.0]])

Z = X @ W + b
A = np.maximum(0, Z)
print("Z =\n", Z)
print("loss =", np.sum((A - Y) ** 2))

# %% [markdown]
# The loss of the batch is the sum of the losses of its samples. The derivative of a sum is the sum of the derivatives,
# so **the gradient of `W` is the sum of four outer products**. A matrix product does exactly this sum:

# %%
dZ = 2 * (A - Y) * (Z > 0)
one_by_one = sum(np.outer(X[n], dZ[n]) for n in range(4))
print("X.T @ dZ =\n", X.T @ dZ)
print("the same as the sum of outer products:", np.array_equal(X.T @ dZ, one_by_one))

# %% [markdown]
# And `b`? It was added to four rows, so it feels all four. What is copied on the way forward is summed on the way back:

# %%
print("db =", dZ.sum(axis=0), "  shape", dZ.sum(axis=0).shape, "like b")

# %% [markdown]
# **Sum or mean?** PyTorch's `mse_loss` divides by the number of all elements, here 4 samples · 2 outputs. Others
# divide by the samples only, or put ½ in front. Each is a loss in its own right. What is wrong is only to report one
# and to go down the gradient of another.
#
# **Exercise 2.** By which number do you have to divide the `dZ` above to get the gradient of (a) the mean over
# samples, (b) the mean over all elements, (c) half of the sum?

# %% tags=["exercise"]
divide_by = {"a": None, "b": None, "c": None}

# %% tags=["check"]
import torch

losses = {
    "a": lambda out, y: ((out - y) ** 2).sum(dim=1).mean(),
    "b": torch.nn.functional.mse_loss,
    "c": lambda out, y: ((out - y) ** 2).sum() / 2,
}
for name, loss in losses.items():
    T = torch.tensor(Z, requires_grad=True)
    loss(torch.relu(T), torch.tensor(Y)).backward()
    good = divide_by[name] and np.allclose(dZ / divide_by[name], T.grad.numpy())
    print(f"({name})", "right" if good else "not yet")

# %% [markdown] tags=["solution"]
# <details><summary>Solution</summary>
#
# ```python
# divide_by = {"a": 4, "b": 8, "c": 2}
# ```
# </details>

# %% [markdown]
# ## 4. Two layers
#
# The output of one layer is the input of the next. Backwards, each layer does the same four things:
#
# $$dZ = dA \circ f'(Z) \qquad dW = A_{in}^T\, dZ \qquad db = \sum_{rows} dZ \qquad dA_{in} = dZ\, W^T$$
#
# The last one hands the error down. ($\circ$ multiplies element by element.) Read the shapes at the end of each line:
# they tell you which matrix has to be transposed.

# %%
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward(X, W, b):
    A1 = sigmoid(X @ W[0] + b[0])             # (N, h)
    return A1, sigmoid(A1 @ W[1] + b[1])      # (N, h), (N, k)


def backward(X, Y, A1, A2, W):
    dZ2 = 2 * (A2 - Y) * A2 * (1 - A2)        # (N, k)
    dW2 = A1.T @ dZ2                          # (h, k)
    db2 = dZ2.sum(axis=0)                     # (k,)
    dA1 = dZ2 @ W[1].T                        # (N, h)
    dZ1 = dA1 * A1 * (1 - A1)                 # (N, h)
    dW1 = X.T @ dZ1                           # (n, h)
    db1 = dZ1.sum(axis=0)                     # (h,)
    return [dW1, dW2], [db1, db2]


# %% [markdown]
# Its first job: is a point inside a circle? One line through the plane cannot say that; eight sigmoids together can.

# %%
import matplotlib.pyplot as plt

rng = np.random.RandomState(3)
P = rng.uniform(-1, 1, (200, 2))
inside = (np.sum(P**2, axis=1, keepdims=True) < 0.5) * 1.0
W = [rng.randn(2, 8), rng.randn(8, 1)]
b = [np.zeros(8), np.zeros(1)]

for epoch in range(2001):
    A1, A2 = forward(P, W, b)
    if epoch % 500 == 0:
        print(f"epoch {epoch:4}  right for {np.mean((A2 > 0.5) == inside):.0%} of the points")
    dW, db = backward(P, inside, A1, A2, W)
    for i in range(2):
        W[i] -= 0.05 * dW[i]
        b[i] -= 0.05 * db[i]

# %%
side = np.linspace(-1, 1, 80)
grid = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
answer = forward(grid, W, b)[1].reshape(80, 80)
plt.figure(figsize=(4, 4))
plt.contourf(side, side, answer, levels=[0, 0.5, 1], colors=["#f2e6d8", "#cfe3ee"])
plt.contour(side, side, answer, levels=[0.5], colors="#1d5f85")
plt.scatter(*P.T, c=inside.ravel(), cmap="coolwarm_r", s=12)
plt.title("the network's answer: the line is where it says 0.5");

# %% [markdown]
# It learns, so it must be right? This one is. Part 6 shows a network with mistakes whose loss falls too.

# %% [markdown]
# ## 5. The same in the other layout
#
# So far samples were rows. Many books let a sample be a *column*: then everything is transposed, and products turn
# round, $Z = W X + b$. Neither is better. Mixing them up is a mistake that shapes do not always catch.
#
# | | samples are rows | samples are columns |
# |---|---|---|
# | `X` | `(N, n)` | `(n, N)` |
# | `W` | `(n_in, n_out)` | `(n_out, n_in)` |
# | `b` | `(n_out,)` | `(n_out, 1)` |
# | forward | `Z = X @ W + b` | `Z = W @ X + b` |
# | `dW` | `X.T @ dZ` | `dZ @ X.T` |
# | `db` | `dZ.sum(axis=0)` | `dZ.sum(axis=1, keepdims=True)` |
# | handed down | `dA = dZ @ W.T` | `dA = W.T @ dZ` |
#
# This project has both, written out: `manual_mlp/numerator.py` and `manual_mlp/denominator.py`. Give them the same
# network, and every array of one is the transpose of the other's:

# %%
from manual_mlp import denominator, numerator

rng = np.random.RandomState(0)
x, d_output = rng.randn(4, 3), rng.randn(4, 2)
W, b = [rng.randn(3, 5), rng.randn(5, 2)], [rng.randn(5), rng.randn(2)]
functions = ["tanh", "identity"]

_, cache = numerator.forward(x, W, b, functions)
rows = numerator.backward(d_output, cache, W)

Wt, bt = [w.T for w in W], [v[:, None] for v in b]
_, cache = denominator.forward(x.T, Wt, bt, functions)
columns = denominator.backward(d_output.T, cache, Wt)

for name in ("dZ", "dW", "db", "dA"):
    for i, (r, c) in enumerate(zip(getattr(rows, name), getattr(columns, name)), 1):
        same = np.allclose(r, c.T)
        print(f"{name}{i}   rows {r.shape!s:8} columns {c.shape!s:8} {'transposes' if same else 'NOT THE SAME'}")

# %% [markdown]
# **Why the files are called so.** Take the derivative of one number by a column of numbers: is the result a row or a
# column? Matrix calculus knows both answers. In *numerator layout* it is a row, in *denominator layout* a column, of
# the same shape as what you differentiate by. A code whose samples and gradients are rows follows the first, one with
# columns the second.
#
# In either code a gradient has the shape of the parameter that it belongs to: `W -= lr * dW` needs that. PyTorch
# mixes: its samples are rows, but `nn.Linear` keeps its weight as `(n_out, n_in)`, and `weight.grad` too.
#
# **Exercise 3.** Write `db` for a layer whose `dZ` is `(n_out, N)`. Mind the shape.

# %% tags=["exercise"]
def bias_gradient(dZ):
    return None


# %% tags=["check"]
given = np.array([[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]])
mine = bias_gradient(given)
print("right" if np.shape(mine) == (2, 1) and np.array_equal(mine, [[6], [60]]) else "not yet")

# %% [markdown] tags=["solution"]
# <details><summary>Solution</summary>
#
# ```python
# def bias_gradient(dZ):
#     return dZ.sum(axis=1, keepdims=True)
# ```
# </details>

# %% [markdown]
# ## 6. A network with mistakes
#
# Here is one in rows, with sigmoids, as one might write it late in the evening. There are three mistakes in it; a
# fourth comes later. Do you see them?

# %%
class Network:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.A = [x]
        for W, b in zip(self.W, self.b):
            self.A.append(sigmoid(self.A[-1] @ W + b))
        return self.A[-1]

    def output_error(self, y):
        return self.A[-1] - y

    def slope(self, i):
        s = sigmoid(self.A[i + 1])
        return s * (1 - s)

    def bias_gradient(self, dZ):
        return dZ.sum(axis=1, keepdims=True)

    def train(self, x, y, lr):
        self.forward(x)
        dA = self.output_error(y)
        for i in reversed(range(len(self.W))):
            dZ = dA * self.slope(i)
            self.W[i] -= lr * self.A[i].T @ dZ
            self.b[i] -= lr * self.bias_gradient(dZ)
            dA = dZ @ self.W[i].T


# %% [markdown]
# **Plugging it in.** The harness has to know how the network stores things (rows; weights `(n_in, n_out)`; biases
# `(n,)`: all of this is the default), which activations and which loss it has ($a - y$ is the gradient of half the sum
# of squares), and how to build it, to let it make one step and to read it. That is an *adapter*:

# %%
class Mine(crosscheck.Adapter):
    activations, loss = ("sigmoid", "sigmoid"), "half_sse"
    _network = Network

    def build(self, case):
        return self._network(case.weights, case.biases)

    def step(self, net, x, y, lr):
        net.train(x, y, lr)

    def read(self, net):
        return {"W": net.W, "b": net.b}


# %% [markdown]
# `check` builds it with weights of its own, lets it make a step next to PyTorch, and compares. It does so for several
# widths and batches, chosen so that nothing fits by luck.

# %%
report = crosscheck.check(Mine)
report

# %% [markdown]
# **First fix.** It did not get through a step, and the report says in which line. `bias_gradient` is a line from a code
# whose samples are columns (exercise 3). Here samples are rows: what was added to every row is summed over the rows.

# %%
class Second(Network):
    def bias_gradient(self, dZ):
        return dZ.sum(axis=0)


class MineSecond(Mine):
    _network = Second


# %% [markdown]
# Now it runs. Does it learn? Give it the circle:

# %%
def learn(network, lr, epochs=300):
    rng = np.random.RandomState(5)
    net = network([rng.randn(2, 8), rng.randn(8, 1)], [np.zeros(8), np.zeros(1)])
    losses = []
    for _ in range(epochs):
        losses.append(np.mean((net.forward(P) - inside) ** 2))
        net.train(P, inside, lr)
    return losses


second = learn(Second, lr=0.02)
print(f"mean squared error: {second[0]:.3f} at first, {second[-1]:.3f} after 300 epochs")

# %% [markdown]
# The loss falls, if slowly. One would try another learning rate, or more units, for an evening. What does the harness
# say?

# %%
report = crosscheck.check(MineSecond)
report

# %% [markdown]
# Two causes, and the evidence: with these mistakes planted into the reference, *all* arrays come out as yours do, to
# the last rounding error. So there is nothing else. We take them one by one.
#
# **Second fix.** The slope of a sigmoid is $a(1 - a)$, where $a = \sigma(z)$ is what comes *out* of it. The code sends
# $a$ through the sigmoid once more.

# %%
class Third(Second):
    def slope(self, i):
        a = self.A[i + 1]
        return a * (1 - a)


class MineThird(Mine):
    _network = Third


report = crosscheck.check(MineThird)
report

# %% [markdown]
# **Third fix.** The error has to go down through the weights that were used on the way up. The code has changed them
# by then. The two lines change places:

# %%
class Fourth(Third):
    def train(self, x, y, lr):
        self.forward(x)
        dA = self.output_error(y)
        for i in reversed(range(len(self.W))):
            dZ = dA * self.slope(i)
            dA = dZ @ self.W[i].T
            self.W[i] -= lr * self.A[i].T @ dZ
            self.b[i] -= lr * self.bias_gradient(dZ)


class MineFourth(Mine):
    _network = Fourth


report = crosscheck.check(MineFourth)
report

# %% [markdown]
# It agrees: the gradient is exactly that of ½ Σ d². *error* is the largest difference from PyTorch, *bound* is how large
# it may be through rounding alone, derived for each element. An *error ÷ bound* above 1 would prove a mistake.
#
# But what did we print, when it learned the circle? `np.mean((output - y) ** 2)`, the mean squared error. If that is the
# loss that we claim, we have to declare it:

# %%
class Claimed(MineFourth):
    loss = "mse"


report = crosscheck.check(Claimed)
report

# %% [markdown]
# *Agrees up to a factor*: every gradient points the right way and has the wrong length. The factor has a name, $N K/2$,
# and the report knows of which loss the gradient is exact. You may change the claim. Or the code:
#
# **Fourth fix.** The gradient of the mean over all elements is $2(a - y)/(N\cdot K)$.

# %%
class Right(Fourth):
    def output_error(self, y):
        return 2 * (self.A[-1] - y) / y.size


class MineRight(Claimed):
    _network = Right


report = crosscheck.check(MineRight)
report

# %% [markdown]
# Look back at the losses. The network with two mistakes went down as well: a falling loss does not say that a gradient
# is right. (The right one goes down the mean: for steps as long, its learning rate is $NK/2 = 100$ times as large.)

# %%
right = learn(Right, lr=2)
print(f"Second: {second[0]:.3f} to {second[-1]:.3f}")
print(f"Right:  {right[0]:.3f} to {right[-1]:.3f}")
plt.figure(figsize=(5, 3))
plt.plot(second, label="Second, two mistakes")
plt.plot(right, label="Right")
plt.xlabel("epoch")
plt.ylabel("mean squared error")
plt.legend();

# %% [markdown]
# **Exercise 4.** Here is one more mistake. Read it, say what you think the harness will call it, then run the check.
# The names to choose from: `"bias-gradient-mean"`, `"derivative-missing"`, `"gradient-sign"`, `"weight-not-transposed"`
# (`crosscheck mistakes` lists them all).

# %%
class Puzzle(Right):
    def bias_gradient(self, dZ):
        return dZ.mean(axis=0)


class MinePuzzle(Claimed):
    _network = Puzzle


# %% tags=["exercise"]
guess = None

# %% tags=["check"]
report = crosscheck.check(MinePuzzle)
named = {mistake["id"] for mistake in report.explanations[0]["defects"]}
print(report.verdict)
print("right" if guess in named else "not yet")

# %% [markdown] tags=["solution"]
# <details><summary>Solution</summary>
#
# ```python
# guess = "bias-gradient-mean"
# ```
# </details>

# %% [markdown]
# ## Where to go on
#
# * Your own network: `crosscheck new mine.py` writes an adapter to fill in; `docs/adapters.md` has one for every shape of
#   code.
# * The twelve lessons beside this notebook: networks as people write them, what is wrong with them, and how one can
#   tell. Begin with [1, one neuron](01_one_neuron.ipynb).
# * `crosscheck mistakes ID` explains one mistake with numbers.
