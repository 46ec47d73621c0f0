# rock paper scissors vs. the computer. The computer learns online what you will play next
# from the last 3 rounds (one-hot of both hands, 18 numbers + a 1)
import random
import numpy as np

HANDS = "RPS"
BEATS = {"R": "P", "P": "S", "S": "R"}     # value beats key


class Guesser:
    MEMORY = 3

    def __init__(self, lr=0.1, decay=0.002):
        self.lr = lr
        self.decay = decay
        self.theta = np.random.normal(0, 0.05, size=(3, 6 * self.MEMORY + 1))
        self.history = [("R", "R")] * self.MEMORY

    def features(self):
        f = [1.0]
        for me, you in self.history[-self.MEMORY:]:
            f += [float(me == c) for c in HANDS] + [float(you == c) for c in HANDS]
        return np.array(f)

    def probs(self, f):
        s = self.theta.dot(f)
        s = np.exp(s - np.max(s))
        return s / np.sum(s)

    def surprise(self, f, hand):
        """what learn() minimises"""
        return -np.log(self.probs(f)[HANDS.index(hand)]) + self.decay * np.sum(self.theta ** 2)

    def choose(self):
        return BEATS[HANDS[int(np.argmax(self.probs(self.features())))]]

    def learn(self, f, hand):
        p = self.probs(f)
        hit = np.zeros(3)
        hit[HANDS.index(hand)] = 1.0
        self.theta += self.lr * (np.outer(hit - p, f) - 2 * self.decay * self.theta)

    def remember(self, me, you):
        self.history.append((me, you))


class HabitBot:
    """a player with a habit: repeats after a win, otherwise goes R->P->S->R, sometimes random"""

    def __init__(self):
        self.last = "R"

    def play(self, won):
        if random.random() < 0.1:
            self.last = random.choice(HANDS)
        elif not won:
            self.last = HANDS[(HANDS.index(self.last) + 1) % 3]
        return self.last


def match(rounds=600):
    g, bot = Guesser(), HabitBot()
    score, won, total = {"computer": 0, "you": 0, "draw": 0}, False, 0.0
    for r in range(1, rounds + 1):
        f = g.features()
        me, you = g.choose(), bot.play(won)
        won = BEATS[me] == you
        score["you" if won else "draw" if me == you else "computer"] += 1
        total += g.surprise(f, you)
        g.learn(f, you)
        g.remember(me, you)
        if r % 150 == 0:
            print("round", r, score, "avg surprise %.3f" % (total / 150))
            total = 0.0


if __name__ == "__main__":
    random.seed(12)
    np.random.seed(12)
    match()
