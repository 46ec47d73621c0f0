import random
from collections import deque

import numpy as np


class Corridor:
    """1-D corridor, agent starts in the middle, +1 on the right end, -1 on the left."""
    def __init__(self, n=7):
        self.n = n

    def reset(self):
        self.pos = self.n // 2
        return self.obs()

    def obs(self):
        o = np.zeros(self.n)
        o[self.pos] = 1.
        return o

    def step(self, action):
        self.pos += 1 if action == 1 else -1
        done = self.pos in (0, self.n - 1)
        reward = 0. if not done else (1. if self.pos else -1.)
        return self.obs(), reward, done


class QNetwork:
    def __init__(self, state_size, action_size, hidden=(24, 24), lr=0.05):
        self.lr = lr
        sizes = [state_size, *hidden, action_size]
        self.weights = [np.random.randn(i, o) * np.sqrt(2. / i) for i, o in zip(sizes[:-1], sizes[1:])]
        self.biases = [np.zeros(o) for o in sizes[1:]]

    def predict(self, s):
        a = s
        for k in range(len(self.weights) - 1):
            a = np.maximum(a @ self.weights[k] + self.biases[k], 0)
        return a @ self.weights[-1] + self.biases[-1]

    def train_on_batch(self, s, target):
        acts = [s]
        for k in range(len(self.weights)):
            z = acts[-1] @ self.weights[k] + self.biases[k]
            acts.append(np.maximum(z, 0) if k < len(self.weights) - 1 else z)
        err = acts[-1] - target
        loss = 0.5 * np.mean(np.sum(err ** 2, axis=1))
        delta = err / len(s)
        for k in reversed(range(len(self.weights))):
            gW = acts[k].T @ delta
            gb = delta.sum(0)
            if k > 0:
                delta = (delta @ self.weights[k].T) * (acts[k] > 0)
            self.weights[k] -= self.lr * gW
            self.biases[k] -= self.lr * gb
        return loss

    def copy_from(self, other):
        self.weights = [w.copy() for w in other.weights]
        self.biases = [b.copy() for b in other.biases]


class DQNAgent:
    def __init__(self, state_size, action_size):
        self.memory = deque(maxlen=2000)
        self.gamma, self.epsilon = 0.95, 1.0
        self.model = QNetwork(state_size, action_size)
        self.target = QNetwork(state_size, action_size)
        self.target.copy_from(self.model)
        self.actions = action_size

    def act(self, s):
        if np.random.rand() <= self.epsilon:
            return random.randrange(self.actions)
        return int(np.argmax(self.model.predict(s[None])[0]))

    def replay(self, batch_size):
        batch = random.sample(self.memory, batch_size)
        s, a, r, s2, d = map(np.array, zip(*batch))
        y = self.model.predict(s)       # only the taken action gets an error
        y[np.arange(batch_size), a] = r + self.gamma * (1 - d) * self.target.predict(s2).max(axis=1)
        return self.model.train_on_batch(s, y)


if __name__ == "__main__":
    np.random.seed(0); random.seed(0)
    env = Corridor()
    agent = DQNAgent(env.n, 2)
    for ep in range(60):
        s, done, steps, loss = env.reset(), False, 0, None
        while not done and steps < 50:
            a = agent.act(s)
            s2, r, done = env.step(a)
            agent.memory.append((s, a, r, s2, float(done)))
            s = s2
            steps += 1
            if len(agent.memory) > 32:
                loss = agent.replay(32)
        agent.epsilon = max(0.05, agent.epsilon * 0.95)
        agent.target.copy_from(agent.model)
        if ep % 10 == 0:
            print("episode %d steps %d reward %.1f loss %s" % (ep, steps, r, loss))
