# %% [markdown]
# # Logistic regression from scratch
# Passing an exam as a function of hours studied and hours slept.

# %%
import numpy as np

rng = np.random.RandomState(12)
hours = rng.uniform(0, 10, 80)
sleep = rng.uniform(4, 9, 80)
passed = (0.8 * hours + 0.5 * sleep + rng.randn(80) > 7).astype(float)

# %% standardise and put a column of ones in front
feats = np.stack([hours, sleep], axis=1)
feats = (feats - feats.mean(0)) / feats.std(0)
X = np.hstack([np.ones((80, 1)), feats])
y = passed

# %%
theta = np.array([0.1, -0.2, 0.3])
alpha = 0.3
n_steps = 400


def sigmoid(s):
    return 1 / (1 + np.exp(-s))


def J(theta):
    h = sigmoid(X.dot(theta))
    return -(y * np.log(h) + (1 - y) * np.log(1 - h)).mean()


# %%
for k in range(n_steps):
    h = sigmoid(X.dot(theta))
    gradient = X.T.dot(h - y) / y.size
    theta = theta - alpha * gradient
    if k % 100 == 0:
        print("step", k, "J =", J(theta))

# %%
print("theta:", theta)
print("accuracy:", ((sigmoid(X.dot(theta)) > 0.5) == y).mean())
