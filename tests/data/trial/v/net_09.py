#!/usr/bin/env python
# coding: utf-8

# In[1]:


import numpy as np
np.random.seed(2021)


# ## Toy data: two moons, one example per column

# In[2]:


M = 100
t = np.pi * np.random.rand(M)
moon1 = np.vstack([np.cos(t), np.sin(t)])
moon2 = np.vstack([1 - np.cos(t), 0.4 - np.sin(t)])
X_train = np.hstack([moon1, moon2]) + 0.1 * np.random.randn(2, 2 * M)
Y_train = np.hstack([np.zeros((1, M)), np.ones((1, M))])
X_train.shape, Y_train.shape


# ## Architecture

# In[3]:


SLOPE = 0.1
arch = [
    {"in": 2, "out": 10},
    {"in": 10, "out": 8},
    {"in": 8, "out": 8},
    {"in": 8, "out": 4},
    {"in": 4, "out": 1},
]
net = [{"W": np.random.randn(a["out"], a["in"]) * np.sqrt(2 / a["in"]),
        "b": np.zeros((a["out"], 1))} for a in arch]


# In[4]:


def lrelu(z):
    return np.where(z > 0, z, SLOPE * z)

def lrelu_back(dA, z):
    return dA * np.where(z > 0, 1.0, SLOPE)

def logits(x):
    h = x
    for i, layer in enumerate(net):
        layer["x"] = h
        layer["z"] = layer["W"] @ h + layer["b"]
        h = lrelu(layer["z"]) if i < len(net) - 1 else layer["z"]
    return h

def objective(s, y, wd):
    # binary cross entropy from logits (mean) + 0.5 * wd * ||W||^2
    bce = np.mean(np.maximum(s, 0) - s * y + np.log1p(np.exp(-np.abs(s))))
    return bce + 0.5 * wd * sum((layer["W"] ** 2).sum() for layer in net)


# ## Training

# In[5]:


EPOCHS = 600
LR = 0.1
WD = 1e-3
curve = []
for epoch in range(EPOCHS):
    s = logits(X_train)
    curve.append(objective(s, Y_train, WD))
    dz = (1 / (1 + np.exp(-s)) - Y_train) / Y_train.shape[1]
    for i in reversed(range(len(net))):
        net[i]["dW"] = dz @ net[i]["x"].T + WD * net[i]["W"]
        net[i]["db"] = dz.sum(axis=1, keepdims=True)
        if i > 0:
            dz = lrelu_back(net[i]["W"].T @ dz, net[i - 1]["z"])
    for layer in net:
        layer["W"] -= LR * layer["dW"]
        layer["b"] -= LR * layer["db"]
    if epoch % 100 == 0:
        print("epoch {:4d} | objective {:.5f}".format(epoch, curve[-1]))


# In[6]:


acc = ((logits(X_train) > 0) == Y_train).mean()
print("accuracy", acc)
