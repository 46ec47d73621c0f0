import numpy as np
from math import pi, sqrt

C = sqrt(2 / pi)

def gelu(x):
    return 0.5 * x * (1 + np.tanh(C * (x + 0.044715 * x**3)))

def gelu_grad(x):
    t = np.tanh(C * (x + 0.044715 * x**3))
    return 0.5 * (1 + t) + 0.5 * x * (1 - t**2) * C * (1 + 0.044715 * x**2)

def init_params(key, d_in, d_ff, d_out):
    rng = np.random.default_rng(key)
    return dict(
        up=dict(kernel=rng.normal(size=(d_in, d_ff)) * d_in**-0.5, bias=np.zeros(d_ff)),
        mid=dict(kernel=rng.normal(size=(d_ff, d_ff)) * d_ff**-0.5, bias=np.zeros(d_ff)),
        down=dict(kernel=rng.normal(size=(d_ff, d_out)) * d_ff**-0.5, bias=np.zeros(d_out)),
    )

def apply(params, x):
    res = {"x": x}
    res["u"] = x @ params["up"]["kernel"] + params["up"]["bias"]
    res["gu"] = gelu(res["u"])
    res["m"] = res["gu"] @ params["mid"]["kernel"] + params["mid"]["bias"]
    res["gm"] = gelu(res["m"])
    y = res["gm"] @ params["down"]["kernel"] + params["down"]["bias"]
    return y, res

def loss_fn(params, x, target):
    y, _ = apply(params, x)
    return 0.5 * np.mean(np.sum((y - target)**2, axis=-1))

def loss_vjp(params, x, target):
    y, res = apply(params, x)
    ct = (y - target) / x.shape[0]
    g = {}
    g["down"] = dict(kernel=res["gm"].T @ ct, bias=np.sum(ct, axis=0))
    ct = (ct @ params["down"]["kernel"].T) * gelu_grad(res["m"])
    g["mid"] = dict(kernel=res["gu"].T @ ct, bias=np.sum(ct))
    ct = (ct @ params["mid"]["kernel"].T) * gelu_grad(res["u"])
    g["up"] = dict(kernel=res["x"].T @ ct, bias=np.sum(ct, axis=0))
    return g

def sgd(params, grads, lr):
    return {
        layer: {name: p - lr * grads[layer][name] for name, p in leaves.items()}
        for layer, leaves in params.items()
    }

if __name__ == "__main__":
    rng = np.random.default_rng(0)
    x = rng.normal(size=(64, 5))
    target = np.stack([np.abs(x[:, 0]) - x[:, 1], x[:, 2] * x[:, 3]], -1)
    params = init_params(1, 5, 16, 2)
    for i in range(501):
        params = sgd(params, loss_vjp(params, x, target), 0.05)
        if i % 100 == 0:
            print(f"{i:4d} {loss_fn(params, x, target):.5f}")
