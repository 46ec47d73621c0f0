# Hello, my network for the regression project (fit sin) gets stuck at some MSE, what should I try??
# 3 hidden layers tanh, output is linear. samples are columns
import numpy as np
rng = np.random.RandomState(7)

x = np.linspace(-3, 3, 50).reshape(1, -1)
t = np.sin(x) + 0.3*x

sizes = [1, 8, 8, 6, 1]
w = []
b = []
for i in range(len(sizes)-1):
    w.append(rng.normal(0, 1/np.sqrt(sizes[i]), (sizes[i+1], sizes[i])))
    b.append(rng.normal(0, 0.1, (sizes[i+1], 1)))

def f(z): return np.tanh(z)
def fprime(z): return 1 - np.tanh(z)**2

def feed(inp):
    a = [inp]
    for i in range(len(w)):
        z = w[i] @ a[-1] + b[i]
        if i < len(w)-1:
            a.append(f(z))
        else:
            a.append(z)     # no activation at the end
    return a

def mse(pred, target):
    return np.mean((pred - target)**2)

eta = 0.05
steps = 3000
for step in range(steps):
    a = feed(x)
    n = x.shape[1]
    delta = 2*(a[-1] - t)/n
    gw = [None]*len(w)
    gb = [None]*len(w)
    for i in range(len(w)-1, -1, -1):
        gw[i] = delta @ a[i].T
        gb[i] = delta.sum(axis=1, keepdims=True)
        if i > 0:
            delta = (w[i].T @ delta) * fprime(a[i])
    for i in range(len(w)):
        w[i] = w[i] - eta*gw[i]
        b[i] = b[i] - eta*gb[i]
    if step % 500 == 0:
        print(step, mse(a[-1], t))

print("final mse", mse(feed(x)[-1], t))
