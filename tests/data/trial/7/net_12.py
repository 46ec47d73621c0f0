import numpy as np

# Light show: 8 audio bands in, RGB for the LED strip out.
# Deep because it looks cooler :)

class Dense:
    def __init__(self, n, m, kind):
        self.w = np.random.normal(0, 1 / np.sqrt(n), (n, m))
        self.b = np.random.normal(0, 0.1, m)
        self.kind = kind

    def go(self, x):
        self.x = x
        s = x.dot(self.w) + self.b
        if self.kind == "tanh":
            self.y = np.tanh(s)
        elif self.kind == "leaky":
            self.y = np.where(s >= 0, s, 0.2 * s)
        else:
            self.y = 1 / (1 + np.exp(-s))
        return self.y

    def back(self, g, lr):
        if self.kind == "tanh":
            g = g * (1 - self.y * self.y)
        elif self.kind == "leaky":
            g = g * np.where(self.y >= 0, 1, 0.2)
        else:
            g = g * self.y * (1 - self.y)
        down = g.dot(self.w.T)
        self.w -= lr * self.x.T.dot(g)
        self.b -= lr * g.sum(0)
        return down


class LightShow:
    def __init__(self):
        self.stack = [
            Dense(8, 12, "tanh"),
            Dense(12, 10, "leaky"),
            Dense(10, 10, "tanh"),
            Dense(10, 6, "leaky"),
            Dense(6, 3, "sigmoid"),
        ]

    def colour(self, bands):
        for d in self.stack:
            bands = d.go(bands)
        return bands

    def loss(self, bands, rgb):
        # squared colour distance, averaged over frames
        return ((self.colour(bands) - rgb) ** 2).sum(axis=1).mean()

    def practice(self, bands, rgb, lr):
        out = self.colour(bands)
        g = 2 * (out - rgb) / len(bands)
        for d in self.stack[::-1]:
            g = d.back(g, lr)


def mood(bands):
    bass, mids, highs = bands[:, :3].mean(1), bands[:, 3:6].mean(1), bands[:, 6:].mean(1)
    return np.clip(np.stack([bass * 1.4, mids * highs * 2, 1 - bass], 1), 0.05, 0.95)


if __name__ == "__main__":
    np.random.seed(909)
    frames = np.random.rand(200, 8)
    target = mood(frames)
    show = LightShow()
    for beat in range(1500):
        i = np.random.randint(0, 200, 25)
        show.practice(frames[i], target[i], 0.15)
        if beat % 250 == 0:
            print("beat", beat, "loss", show.loss(frames, target))
    kick = np.array([[1, 1, .9, .1, .1, .1, .0, .0]])
    print("kick drum ->", (255 * show.colour(kick)[0]).astype(int))
