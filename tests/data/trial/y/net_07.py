# two-class toy problem, plain python, weights updated after each sample
import math
import random

random.seed(4)

n_in, n_hid = 2, 6
w_ih = [[random.uniform(-1, 1) for _ in range(n_in)] for _ in range(n_hid)]
b_h = [0.0] * n_hid
w_ho = [random.uniform(-1, 1) for _ in range(n_hid)]
b_o = 0.0
eta = 0.1


def sig(u):
    return 1.0 / (1.0 + math.exp(-u))


def silu(u):
    return u * sig(u)


def silu_d(u):
    s = sig(u)
    return s + u * s * (1.0 - s)


def predict(x):
    u = [sum(w * xi for w, xi in zip(row, x)) + b for row, b in zip(w_ih, b_h)]
    h = [silu(v) for v in u]
    return u, h, sig(sum(w * v for w, v in zip(w_ho, h)) + b_o)


def nll(x, t):
    p = predict(x)[2]
    return -(t * math.log(p) + (1 - t) * math.log(1 - p))


def learn(x, t):
    global b_o
    u, h, p = predict(x)
    d_o = p - t
    d_h = [d_o * w_ho[j] * silu_d(u[j]) for j in range(n_hid)]
    for j in range(n_hid):
        w_ho[j] -= eta * d_o * h[j]
        for i in range(n_in):
            w_ih[j][i] -= eta * d_h[j] * x[i]
        b_h[j] -= eta * d_h[j]
    b_o -= eta * d_o


data = []
for _ in range(150):
    a, r = random.uniform(0, 2 * math.pi), random.choice([0.5, 1.5])
    x = (r * math.cos(a) + random.gauss(0, 0.1), r * math.sin(a) + random.gauss(0, 0.1))
    data.append((x, 1 if r > 1 else 0))

for epoch in range(60):
    random.shuffle(data)
    for x, t in data:
        learn(x, t)
    if epoch % 10 == 0:
        print(epoch, "mean nll", sum(nll(x, t) for x, t in data) / len(data))

acc = sum((predict(x)[2] > 0.5) == bool(t) for x, t in data) / len(data)
print("accuracy", acc)
