#!/usr/bin/env python3
"""tiny spam filter for the guestbook"""
import re
import numpy as np

SPAM = [
    "cheap pills buy now", "win money now click here", "free casino bonus click",
    "buy cheap watches free shipping", "hot singles click here now", "earn money from home free",
]
HAM = [
    "lovely photos of the garden", "thanks for the recipe it was great", "see you at the meeting on sunday",
    "the dog looks so happy here", "great garden tour thanks", "is the meeting now at the new place",
]


def words(text):
    return re.findall(r"[a-z']+", text.lower())


class SpamFilter:
    """bag of words -> probability of spam

    maximises the mean log likelihood minus 0.5*reg*|w|^2
    (cost() is the same thing with a minus in front)
    """

    def __init__(self, texts, reg=0.05):
        vocab = sorted({w for t in texts for w in words(t)})
        self.index = {w: i for i, w in enumerate(vocab)}
        self.w = np.zeros(len(vocab))
        self.b = 0.0
        self.reg = reg

    def features(self, texts):
        X = np.zeros((len(texts), len(self.index)))
        for r, t in enumerate(texts):
            for w in words(t):
                if w in self.index:
                    X[r, self.index[w]] += 1
        return X

    def prob(self, X):
        return 1 / (1 + np.exp(-(X.dot(self.w) + self.b)))

    def cost(self, X, y):
        p = self.prob(X)
        ll = np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
        return -ll + 0.5 * self.reg * np.sum(self.w ** 2)

    def step(self, X, y, rate):
        n = X.shape[0]
        miss = y - self.prob(X)
        self.w += rate * (X.T.dot(miss) / n + self.reg * self.w)
        self.b += rate * miss.sum() / n

    def fit(self, X, y, rate=0.3, rounds=100):
        for i in range(rounds):
            self.step(X, y, rate)
            if i % 20 == 0:
                print("round", i, "cost", round(self.cost(X, y), 4))

    def is_spam(self, text):
        return self.prob(self.features([text]))[0] > 0.5


def main():
    texts = SPAM + HAM
    labels = np.array([1.0] * len(SPAM) + [0.0] * len(HAM))
    f = SpamFilter(texts)
    f.fit(f.features(texts), labels)
    for msg in ["click here for free pills", "thanks for the garden photos"]:
        print(msg, "->", "SPAM" if f.is_spam(msg) else "ok")


if __name__ == "__main__":
    main()
