"""One neuron, with a relu. For its notebook's numbers it is dead."""
import numpy as np

import crosscheck


class Neuron:
    def __init__(self, w, b):
        self.w = np.array(w, dtype=float)
        self.b = b

    def forward(self, x):
        self.x = x
        self.z = np.dot(self.w, x) + self.b
        return max(0.0, self.z)

    def train(self, x, target, lr):
        out = self.forward(x)
        dz = 2 * (out - target) if self.z > 0 else 0.0
        self.dw = dz * self.x
        self.db = dz
        self.w -= lr * self.dw
        self.b -= lr * self.db
        return out


class Alive(crosscheck.Adapter):
    samples, weight, targets, sizes = "vector", "out_in", "vector", ("n", 1)
    activations, loss, parameters = ("relu",), "sse", ("w", "b")

    def build(self, case):
        return Neuron(np.zeros(case.sizes[0]), 0.0)

    def step(self, net, x, y, lr):
        return {"output": net.train(x, y, lr), "Z": [[net.z]], "dW": [[net.dw]], "db": [[net.db]]}


class Dead(Alive):
    """The same neuron, on the notebook's one sample: nothing reaches its weights, so nothing of them is judged."""


CASES = {
    "Dead": [crosscheck.Case(
        sizes=(3, 1), activations=("relu",), loss="sse",
        x=[[1, 2, -1]], y=[[1]], weights=[[[0.5, -1, 2]]], biases=[[0.1]],
    )],
}
EXPECTED = {"Alive": ("agrees", []), "Dead": ("not judged", [])}

if __name__ == "__main__":
    neuron = Neuron([0.5, -1, 2], 0.1)
    print("output:", neuron.forward(np.array([1, 2, -1])), "pre-activation:", neuron.z)   # 0.0  -3.4
