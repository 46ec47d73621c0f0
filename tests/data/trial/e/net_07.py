# Flappy brain: evolve a population first, then polish the champion with backprop
# on a set of recorded (state, flap?) pairs.
import numpy as np

IN, HID = 4, 8
GENOME = IN * HID + HID + HID + 1
rng = np.random.RandomState(5)


def decode(g):
    i = 0
    w1 = g[i:i + IN * HID].reshape(IN, HID); i += IN * HID
    b1 = g[i:i + HID]; i += HID
    w2 = g[i:i + HID]; i += HID
    b2 = g[i]
    return w1, b1, w2, b2


def think(g, state):
    w1, b1, w2, b2 = decode(g)
    h = np.tanh(state @ w1 + b1)
    return 1.0 / (1.0 + np.exp(-(h @ w2 + b2)))


def play(g, max_ticks=120, seed=0):
    """returns number of ticks survived"""
    r = np.random.RandomState(seed)
    y, vy, gap, dist = 0.5, 0.0, 0.5, 1.0
    for tick in range(max_ticks):
        if think(g, np.array([y - gap, vy * 10, dist, gap])) > 0.5:
            vy = 0.03
        vy -= 0.005
        y += vy
        dist -= 0.04
        if dist <= 0:
            if abs(y - gap) > 0.2:
                break
            gap, dist = r.uniform(0.3, 0.7), 1.0
        if not 0 < y < 1:
            break
    return tick


def evolve(generations=6, pop=20, elite=5, sigma=0.3):
    population = [rng.randn(GENOME) * 0.5 for _ in range(pop)]
    for gen in range(generations):
        population.sort(key=play, reverse=True)
        print("gen", gen, "best", play(population[0]))
        parents = population[:elite]
        children = []
        while len(children) < pop - elite:
            a, b = parents[rng.randint(elite)], parents[rng.randint(elite)]
            mix = rng.rand(GENOME) < 0.5
            children.append(np.where(mix, a, b) + sigma * rng.randn(GENOME))
        population = parents + children
    return max(population, key=play)


def loss_and_grad(g, S, flap):
    """mean binary cross entropy and its gradient w.r.t. the genome"""
    w1, b1, w2, b2 = decode(g)
    h = np.tanh(S @ w1 + b1)
    p = 1.0 / (1.0 + np.exp(-(h @ w2 + b2)))
    loss = -np.mean(flap * np.log(p) + (1 - flap) * np.log(1 - p))
    dz = (p - flap) / len(flap)
    dh = np.outer(dz, w2) * (1 - h * h)
    dw1, db1 = S.T @ dh, dh.sum(axis=0)
    dw2, db2 = h.T @ dz, dz.sum()
    return loss, np.concatenate([dw1.ravel(), dw2, db1, [db2]])


def polish(g, S, flap, rounds=200, rate=0.3):
    g = g.copy()
    for k in range(rounds):
        loss, grad = loss_and_grad(g, S, flap)
        g -= rate * grad
        if k % 50 == 0:
            print("  round", k, "loss %.4f" % loss)
    return g


if __name__ == "__main__":
    champ = evolve()
    S = rng.uniform(-1, 1, (150, IN)) * [0.5, 0.4, 1, 1]
    flap = (S[:, 0] + 0.5 * S[:, 1] < 0).astype(float)
    champ = polish(champ, S, flap)
    print("survived after polishing:", play(champ))
