"""Backend model for the doodle demo (5x5 grid -> shape name).

The Flask views call DoodleModel.handle_train / handle_guess with parsed JSON.
"""
import json
import numpy as np

SHAPES = ["line", "cross", "box"]
SLOPE = 0.05


class DoodleModel:

    def __init__(self, state=None):
        if state is None:
            r = np.random.default_rng(42)
            self.layers = [
                {"W": r.normal(0, 0.25, (25, 12)), "b": np.zeros((1, 12))},
                {"W": r.normal(0, 0.25, (12, len(SHAPES))), "b": np.zeros((1, len(SHAPES)))},
            ]
        else:
            self.layers = [{k: np.array(v) for k, v in l.items()} for l in json.loads(state)]

    def dumps(self):
        return json.dumps([{k: v.tolist() for k, v in l.items()} for l in self.layers])

    def _logits(self, X):
        hidden, out = self.layers
        self._z = X @ hidden["W"] + hidden["b"]
        self._a = np.where(self._z > 0, self._z, SLOPE * self._z)
        return self._z @ out["W"] + out["b"]

    @staticmethod
    def _softmax(logits):
        e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
        return e / np.sum(e, axis=1, keepdims=True)

    def loss(self, X, Y):
        P = self._softmax(self._logits(X))
        return float(-np.sum(Y * np.log(P)) / X.shape[0])

    def train_on_batch(self, X, Y, lr=0.2):
        hidden, out = self.layers
        P = self._softmax(self._logits(X))
        dlogits = (P - Y) / X.shape[0]
        dz = (dlogits @ out["W"].T) * np.where(self._z > 0, 1.0, SLOPE)
        out["W"] -= lr * (self._a.T @ dlogits)
        out["b"] -= lr * dlogits.sum(axis=0, keepdims=True)
        hidden["W"] -= lr * (X.T @ dz)
        hidden["b"] -= lr * dz.sum(axis=0, keepdims=True)

    def handle_train(self, payload):
        X = np.array([d["pixels"] for d in payload["doodles"]], dtype=float)
        Y = np.eye(len(SHAPES))[[SHAPES.index(d["shape"]) for d in payload["doodles"]]]
        for _ in range(payload.get("rounds", 50)):
            self.train_on_batch(X, Y)
        return {"status": "ok", "loss": self.loss(X, Y)}

    def handle_guess(self, payload):
        X = np.array([payload["pixels"]], dtype=float)
        return {"guess": SHAPES[int(np.argmax(self._logits(X)[0]))]}


def fake_doodle(rng):
    shape = SHAPES[rng.integers(len(SHAPES))]
    g = np.zeros((5, 5))
    if shape == "line":
        g[rng.integers(5), :] = 1
    elif shape == "cross":
        g[rng.integers(1, 4), :] = 1
        g[:, rng.integers(1, 4)] = 1
    else:
        o = rng.integers(0, 2)
        g[o, o:] = g[-1, o:] = 1
        g[o:, o] = g[o:, -1] = 1
    return {"pixels": g.ravel().tolist(), "shape": shape}


if __name__ == "__main__":
    rng = np.random.default_rng(5)
    m = DoodleModel()
    batch = {"doodles": [fake_doodle(rng) for _ in range(30)], "rounds": 40}
    for i in range(5):
        print(i, m.handle_train(batch))
    m2 = DoodleModel(m.dumps())
    tests = [fake_doodle(rng) for _ in range(50)]
    print("correct:", sum(m2.handle_guess(t)["guess"] == t["shape"] for t in tests), "/ 50")
