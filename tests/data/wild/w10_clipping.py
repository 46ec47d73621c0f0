import numpy as np
import crosscheck


class Agent:
    def __init__(self, n_obs, n_hidden, n_act):
        self.model = {"h": np.random.randn(n_obs, n_hidden), "o": np.random.randn(n_hidden, n_act)}

    def policy_forward(self, obs):
        h = np.maximum(obs @ self.model["h"], 0)
        logits = h @ self.model["o"]
        p = np.exp(logits - logits.max(1, keepdims=True))
        return p / p.sum(1, keepdims=True), h

    def policy_backward(self, obs, h, dlogits):
        d_o = h.T @ dlogits
        dh = dlogits @ self.model["o"].T
        dh[h <= 0] = 0
        return {"h": obs.T @ dh, "o": d_o}

    def imitate(self, obs, actions, lr):
        p, h = self.policy_forward(obs)
        p[np.arange(len(actions)), actions] -= 1
        grads = self.policy_backward(obs, h, p)
        for k in self.model:
            self.model[k] -= lr * np.clip(grads[k], -1, 1)


class Mine(crosscheck.Adapter):
    bias, targets, parameters = "none", "class_index", "model.h model.o"
    activations, loss = ("relu", "softmax"), "cross_entropy_sum"

    def build(self, case):
        return Agent(*case.sizes)

    def step(self, net, x, y, lr):
        net.imitate(x, y, lr)


EXPECTED = {"Mine": ("differs", ["gradient-clipped"])}
