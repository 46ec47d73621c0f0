"""Stochastic training of a house price model, one example at a time."""
import numpy as np

rng = np.random.default_rng(21)

# rooms, area, age (all scaled)
houses = rng.normal(size=(100, 3))
prices = 0.7 * houses[:, 0] + np.abs(houses[:, 1]) - 0.3 * houses[:, 2]

SLOPE = 0.1
LR = 0.01
N_UPDATES = 5000

w_1 = rng.normal(size=(7, 3)) * 0.6
b_1 = np.zeros(7)
w_2 = rng.normal(size=(5, 7)) * 0.5
b_2 = np.zeros(5)
w_3 = rng.normal(size=5) * 0.5
b_3 = 0.0


def leaky(v):
    return np.where(v > 0, v, SLOPE * v)


def d_leaky(v):
    return np.where(v > 0, 1.0, SLOPE * v)


def model(x):
    u1 = w_1 @ x + b_1
    h1 = leaky(u1)
    u2 = w_2 @ h1 + b_2
    h2 = leaky(u2)
    return u1, h1, u2, h2, w_3 @ h2 + b_3


def loss(x, price):
    return (model(x)[-1] - price) ** 2


def update(x, price):
    global w_1, b_1, w_2, b_2, w_3, b_3
    u1, h1, u2, h2, out = model(x)
    g = 2 * (out - price)
    g2 = g * w_3 * d_leaky(u2)
    g1 = (w_2.T @ g2) * d_leaky(u1)

    w_3 = w_3 - LR * g * h2
    b_3 = b_3 - LR * g
    w_2 = w_2 - LR * np.outer(g2, h1)
    b_2 = b_2 - LR * g2
    w_1 = w_1 - LR * np.outer(g1, x)
    b_1 = b_1 - LR * g1


for n in range(N_UPDATES):
    i = rng.integers(len(houses))
    update(houses[i], prices[i])
    if n % 1000 == 0:
        total = np.mean([loss(a, p) for a, p in zip(houses, prices)])
        print(f"{n:6d} updates, mean squared error {total:.4f}")
