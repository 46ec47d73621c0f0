"""The update of fused.py: the rule of sgd.py as calls over blocks of flat vectors, nothing allocated."""

import numpy as np

from manual_mlp.flow import FloatArray
from manual_mlp.fused_parts import BLOCK, Calls, Notebook, blocks, number
from manual_mlp.sgd import Settings


def update(
    theta: FloatArray, g: FloatArray, v: FloatArray, lr: FloatArray, settings: Settings, *, first: bool
) -> Calls:
    """θ and v (P,) moved by g (P,), which stays as it is. lr () is read in every call; first: v becomes g, undamped."""
    t, u = np.empty(min(BLOCK, g.size), g.dtype), np.empty(min(BLOCK, g.size), g.dtype)
    calls: Calls = []
    for p, d, w in blocks(theta, g, v):
        calls += _block(p, d, w, t[: d.size], u[: d.size], lr, settings, first)
    return calls


def _block(  # noqa: PLR0917
    theta: FloatArray, g: FloatArray, v: FloatArray, t: FloatArray, u: FloatArray, lr: FloatArray,
    settings: Settings, first: bool,
) -> Calls:  # fmt: skip
    do = Notebook({})
    mu, weight_decay = settings.get("momentum", 0.0), settings.get("weight_decay", 0.0)
    dampening = settings.get("dampening", 0.0)
    d = g
    if settings.get("maximize", False):
        do(np.negative, g, t)
        d = t
    if weight_decay != 0:
        do(np.multiply, theta, number(weight_decay, g), u)
        do(np.add, d, u, t)
        d = t
    if mu != 0:
        if first:
            do(np.copyto, v, d)
        else:
            do(np.multiply, v, number(mu, g), v)
            do(np.multiply, d, number(1 - dampening, g), u)
            do(np.add, v, u, v)
        if settings.get("nesterov", False):
            do(np.multiply, v, number(mu, g), u)
            do(np.add, d, u, t)
            d = t
        else:
            d = v
    do(np.multiply, d, lr, u)
    do(np.subtract, theta, u, theta)
    return do.calls
