import numpy as np
from math import log

# brain for the "dodge" critters: decides jump (1) or stay (0) from what the eye sees.
# no bias terms, the eye vector has a constant 1 at the end
class Brain:
    def __init__(self, eye, width, nlayers):
        self.mats = [np.random.uniform(-1, 1, (width, eye)) * 0.8]
        for n in range(nlayers - 1):
            self.mats.append(np.random.uniform(-1, 1, (width, width)) * 0.9)
        self.mats.append(np.random.uniform(-1, 1, (1, width)))

    def think(self, eye):
        self.acts = [eye]
        for m in self.mats[:-1]:
            self.acts.append(np.tanh(m @ self.acts[-1]))
        out = self.mats[-1] @ self.acts[-1]
        return 1 / (1 + np.exp(-out[0]))

    def learn(self, eye, jumped, rate):
        p = self.think(eye)
        changes = []
        blame = np.array([p - jumped])
        k = len(self.mats) - 1
        while True:
            changes.insert(0, np.outer(blame, self.acts[k]))
            if k == 0:
                break
            blame = (self.mats[k].T @ blame) * (1 - self.acts[-1] ** 2)
            k -= 1
        for m, c in zip(self.mats, changes):
            m -= rate * c
        return surprise(p, jumped)

def surprise(p, jumped):
    return -log(p) if jumped else -log(1 - p)

def make_world(n):
    world = []
    for i in range(n):
        dist, height, speed = np.random.rand(3)
        arrive = dist / (0.3 + speed)
        should = 1 if 0.2 < arrive < 0.7 and height < 0.8 else 0
        world.append((np.array([dist * 2 - 1, height * 2 - 1, speed * 2 - 1, 1.0]), should))
    return world

if __name__ == '__main__':
    np.random.seed(77)
    world = make_world(300)
    b = Brain(4, 8, 4)
    for day in range(25):
        total = 0
        for eye, should in world:
            total += b.learn(eye, should, 0.03)
        if day % 6 == 0:
            ok = sum((b.think(e) > 0.5) == s for e, s in world)
            print('day', day, 'surprise', round(total / len(world), 4), 'ok', ok, '/', len(world))
