# tiny rating predictor, no numpy: one-hot user + one-hot item -> hidden -> rating
import random

N_USERS, N_ITEMS, HIDDEN = 5, 6, 4
SLOPE = 0.1
RATE = 0.03
DECAY = 0.001

# objective for one rating: 0.5*(prediction - rating)^2 + 0.5*DECAY*(sum of squared weights, biases excluded)


def new_model(seed=1):
    rnd = random.Random(seed)
    n_in = N_USERS + N_ITEMS
    return {
        "w": [[rnd.uniform(-0.7, 0.7) for _ in range(n_in)] for _ in range(HIDDEN)],
        "c": [rnd.uniform(-0.1, 0.1) for _ in range(HIDDEN)],
        "v": [rnd.uniform(-0.7, 0.7) for _ in range(HIDDEN)],
        "d": 0.0,
    }


def encode(user, item):
    x = [0.0] * (N_USERS + N_ITEMS)
    x[user] = 1.0
    x[N_USERS + item] = 1.0
    return x


def run(model, x):
    pre = []
    for j in range(HIDDEN):
        s = model["c"][j]
        for i in range(len(x)):
            s += model["w"][j][i] * x[i]
        pre.append(s)
    hid = [s if s > 0 else SLOPE * s for s in pre]
    out = model["d"] + sum(model["v"][j] * hid[j] for j in range(HIDDEN))
    return pre, hid, out


def objective(model, x, rating):
    _, _, out = run(model, x)
    sq = sum(a * a for row in model["w"] for a in row) + sum(a * a for a in model["v"])
    return 0.5 * (out - rating) ** 2 + 0.5 * DECAY * sq


def learn(model, x, rating):
    pre, hid, out = run(model, x)
    err = out - rating
    for j in range(HIDDEN):
        back = err * model["v"][j] * (1.0 if pre[j] > 0 else SLOPE)
        model["v"][j] -= RATE * (err * hid[j] + DECAY * model["v"][j])
        for i in range(len(x)):
            model["w"][j][i] -= RATE * (back * x[i] + DECAY * model["w"][j][i])
        model["c"][j] -= RATE * back
    model["d"] -= RATE * err
    return 0.5 * err * err


def main():
    rnd = random.Random(2)
    taste = [rnd.uniform(-1, 1) for _ in range(N_USERS)]
    quality = [rnd.uniform(-1, 1) for _ in range(N_ITEMS)]
    data = [(u, i, 3 + taste[u] * quality[i] + quality[i])
            for u in range(N_USERS) for i in range(N_ITEMS)]
    model = new_model()
    for epoch in range(40):
        rnd.shuffle(data)
        total = 0.0
        for u, i, r in data:
            total += learn(model, encode(u, i), r)
        if epoch % 10 == 0:
            print(epoch, total / len(data))


if __name__ == "__main__":
    main()
