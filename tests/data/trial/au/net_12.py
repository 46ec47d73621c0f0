import math, random

# layer[l][j] = [w_0, w_1, ..., w_{n-1}, bias]
# tanh in the 3 hidden layers, one sigmoid unit at the end
SIZES = [2, 5, 4, 3, 1]
LR = 0.03
rnd = random.Random(123)
layer = []
for l in range(1, len(SIZES)):
    layer.append([[rnd.gauss(0, 1) / math.sqrt(SIZES[l-1]) for i in range(SIZES[l-1])] + [0.0]
                  for j in range(SIZES[l])])


def forward(x):
    outs = [list(x)]
    for l in range(len(layer)):
        o = []
        for neuron in layer[l]:
            net = neuron[-1]
            for i in range(len(neuron) - 1):
                net += neuron[i] * outs[l][i]
            if l == len(layer) - 1:
                o.append(1.0 / (1.0 + math.exp(-net)))
            else:
                o.append(math.tanh(net))
        outs.append(o)
    return outs


def log_loss(p, t):
    return -(t * math.log(p) + (1 - t) * math.log(1 - p))


def train_one(x, t):
    outs = forward(x)
    p = outs[-1][0]
    deltas = [None] * len(layer)
    deltas[-1] = [p - t]
    for l in range(len(layer) - 2, -1, -1):
        deltas[l] = []
        for j in range(len(layer[l])):
            s = 0.0
            for k in range(len(layer[l+1])):
                s += deltas[l+1][k] * layer[l+1][k][j]
            deltas[l].append(s * (1.0 - outs[l+1][j] * outs[l+1][j]))
    for l in range(len(layer)):
        for j in range(len(layer[l])):
            for i in range(len(outs[l])):
                layer[l][j][i] -= LR * deltas[l][j] * outs[l][i]
            layer[l][j][-1] -= LR * deltas[l][j]
    return log_loss(p, t)


points = []
for n in range(60):
    a, b = rnd.uniform(-1, 1), rnd.uniform(-1, 1)
    points.append(((a, b), 1 if a * b > 0 else 0))

for epoch in range(101):
    rnd.shuffle(points)
    total = 0.0
    for x, t in points:
        total += train_one(x, t)
    if epoch % 20 == 0:
        print("epoch", epoch, "avg log loss", total / len(points))

good = sum(1 for x, t in points if (forward(x)[-1][0] > 0.5) == (t == 1))
print("correct:", good, "of", len(points))
