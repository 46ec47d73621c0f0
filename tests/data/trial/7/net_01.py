# snake autopilot - learns to copy my hand written rules, then we let it drive
# no libs so it also runs on the pi zero
import math, random

random.seed(4)

N_IN = 6     # wall left/front/right, food left/front/right
N_HID = 7
N_OUT = 3    # turn left, straight, turn right


def sig(x):
    return 1.0 / (1.0 + math.exp(-x))


class Brain:
    def __init__(self):
        # last entry of each row is the bias
        self.hid = [[random.uniform(-1, 1) for _ in range(N_IN + 1)] for _ in range(N_HID)]
        self.out = [[random.uniform(-1, 1) for _ in range(N_HID + 1)] for _ in range(N_OUT)]

    def think(self, senses):
        self.x = list(senses) + [1.0]
        self.h = []
        for row in self.hid:
            s = 0.0
            for w, v in zip(row, self.x):
                s += w * v
            self.h.append(sig(s))
        self.h.append(1.0)
        self.o = [sig(sum(w * v for w, v in zip(row, self.h))) for row in self.out]
        return self.o

    def error(self, senses, wanted):
        o = self.think(senses)
        return sum(0.5 * (t - v) ** 2 for t, v in zip(wanted, o))

    def learn(self, senses, wanted, rate):
        self.think(senses)
        d_out = []
        for k in range(N_OUT):
            o = self.o[k]
            d_out.append((wanted[k] - o) * o * (1 - o))
        d_hid = []
        for j in range(N_HID):
            e = 0.0
            for k in range(N_OUT):
                e += d_out[k] * self.out[k][j]
            d_hid.append(e * self.h[j] * (1 - self.h[j]))
        for k in range(N_OUT):
            for j in range(N_HID + 1):
                self.out[k][j] += rate * d_out[k] * self.h[j]
        for j in range(N_HID):
            for i in range(N_IN + 1):
                self.hid[j][i] += rate * d_hid[j] * self.x[i]


def my_rules(s):
    wall, food = s[:3], s[3:]
    for d in (1, 0, 2):
        if food[d] and not wall[d]:
            return d
    for d in (1, 0, 2):
        if not wall[d]:
            return d
    return 1


def random_situation():
    wall = [float(random.random() < 0.3) for _ in range(3)]
    food = [0.0, 0.0, 0.0]
    food[random.randrange(3)] = 1.0
    return wall + food


if __name__ == "__main__":
    bot = Brain()
    for game in range(20):
        total = 0.0
        for step in range(200):
            s = random_situation()
            t = [0.0] * 3
            t[my_rules(s)] = 1.0
            total += bot.error(s, t)
            bot.learn(s, t, 0.5)
        print("game", game, "avg error %.4f" % (total / 200))
    good = 0
    for _ in range(500):
        s = random_situation()
        o = bot.think(s)
        good += o.index(max(o)) == my_rules(s)
    print("agrees with rules:", good / 5.0, "%")
