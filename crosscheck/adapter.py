"""Adapter: how somebody's network is plugged in, and what it declares.

class Mine(crosscheck.Adapter):
    samples, weight, bias = "rows", "in_out", "vector"
    activations, loss = ("sigmoid", "sigmoid"), "half_sse"

    def build(self, case):             # parameters arrive in the declared conventions
        net = Network(case.sizes)
        net.W, net.b = case.weights, case.biases
        return net

    def step(self, net, x, y, lr):     # one update, the way the network does it
        net.train(x, y, lr)

    def read(self, net):               # whatever it shows
        return {"W": net.W, "b": net.b}
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from types import EllipsisType
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

if TYPE_CHECKING:
    from crosscheck.importable import Beside
    from crosscheck.vocabulary import Spec

Width: TypeAlias = int | str


class Adapter:
    """A network's declared conventions, and three small methods: build, step, read.

    Attributes (an unknown value is refused with the list of the valid ones):
        samples: "rows" (N, n) or "columns" (n, N); one at a time: "vector" (n,), "row" (1, n), "column" (n, 1).
        weight: "in_out" (n_in, n_out) or "out_in" (n_out, n_in).
        bias: "vector" (n,), "row" (1, n), "column" (n, 1), "none", or folded into the weights: "folded_first_row",
            "folded_last_row", "folded_first_column", "folded_last_column". x arrives without the ones.
        bias_sign: -1 for z = xW - b.
        targets: "values", "one_hot", "class_index": integers (N,), one sample's a single integer; or "vector": values
            (N,) of a network with one output, one sample's a single number.
        activations: one name a layer, a parameter beside it as in ("leaky_relu", 0.05); ("tanh", ..., "identity") where
            the network takes any depth.
        loss: a name of the loss bank, or "unknown".
        l2, l2_on, l2_scale: an L2 term of the loss, ½λ‖·‖² ("total") or ½λ‖·‖²/N ("per_sample"), over "weights" or
            "all" parameters.
        momentum, dampening, nesterov, weight_decay: as torch.optim.SGD; momentum_form "ema" for v = μv + (1-μ)g.
        gradient: "ascent" where what is shown is -dL/dθ and is added.
        batch: None, or a fixed number of samples.
        parameters: None, or the names under which the network keeps its weights and biases, ("W", "b"), ("layers.W",
            "layers.b"), or one name a layer, "syn0 syn1" ...: the harness then puts them there after build, and reads
            them there; see `parameters`.
        flat: None, or "C" where `parameters` names one vector of all, W1 b1 W2 b2 ..., each row by row; "F": column by
            column. A gradient in one such vector may be shown as "dW".
        draws: None, or the method in which the network draws its weights in every call of step, "_init_weights": what
            is in `parameters` outlives it.
        lr: None, or the learning rate that the network's code fixes; 1.0 where it has none.
        sizes: None, or fixed widths such as (5, 7, 1), or symbols such as ("n", "h", "h", "k"): equal symbols are equal
            widths, different ones different widths.

    Methods:
        build(case) -> net. `case` is a `Handed`: weights and biases are fresh, writable lists in these conventions.
            Left out, with `parameters`, the network is a dictionary of its parameters.
        step(net, x, y, lr): one update; may return a dictionary like read's, which wins. With parameters `epochs` and
            `batch_size` (1 and N, but for some runs) a call is also asked for two updates.
        read(net) -> what it shows, asked for only after a step (not needed with `parameters`): a dictionary with any of
            W, b (after the update), dW,
            db, Z, A, output, loss, dX (of the step just done). One value a layer, in a list from the first layer on:
            None for a layer that is not shown, fewer at the end, or a dictionary {1: ..., 2: ...}; "W1", "dW2" ... are
            taken as keys too. What it returns is copied at once.

    Optional, in place of step or beside it:
        forward(net, x) -> the output, or a dictionary like read's.
        backward(net, d_output, lr) -> dX, or a dictionary like read's, or None.
        update(net, lr).
        loss_of(net, x, y) -> the loss that the code reports, where a function of its own computes it; called before
            each step, on a copy of the network where it can be copied.
        torch_module(net) -> the candidate's own nn.Module.
    """

    samples: str = "rows"
    weight: str = "in_out"
    bias: str = "vector"
    bias_sign: int = 1
    targets: str = "values"
    activations: tuple[Spec | EllipsisType, ...] = ()
    loss: str = "unknown"
    l2: float = 0.0
    l2_on: str = "weights"
    l2_scale: str = "total"
    momentum: float = 0.0
    dampening: float = 0.0
    nesterov: bool = False
    weight_decay: float = 0.0
    momentum_form: str = "torch"
    gradient: str = "descent"
    batch: int | None = None
    lr: float | None = None
    sizes: tuple[Width, ...] | None = None
    parameters: str | tuple[str, ...] | None = None
    flat: str | None = None
    draws: str | None = None

    more_torch_settings: ClassVar[tuple[Any, bool] | None] = (
        None  # default dtype, grad mode: those of the file's import
    )
    more_modules: ClassVar[Beside | None] = None  # what the file has imported from its folder
    more_attributes: ClassVar[tuple[str, ...]] = ()  # what a kind of adapter declares beside these

    # Left out, a method is None: nobody has to raise NotImplementedError, and what is there can be asked.
    build: ClassVar[Callable[..., Any] | None] = None
    step: ClassVar[Callable[..., Any] | None] = None
    read: ClassVar[Callable[..., Any] | None] = None
    forward: ClassVar[Callable[..., Any] | None] = None
    backward: ClassVar[Callable[..., Any] | None] = None
    update: ClassVar[Callable[..., Any] | None] = None
    loss_of: ClassVar[Callable[..., Any] | None] = None
    torch_module: ClassVar[Callable[..., Any] | None] = None


METHODS = ("build", "step", "read", "forward", "backward", "update", "loss_of", "torch_module")
ATTRIBUTES = tuple(name for name in vars(Adapter) if not name.startswith(("_", "more_")) and name not in METHODS)
# What people write for these; the nearest name in the alphabet is not always the one that is meant.
SYNONYMS = {
    "activation": "activations", "act": "activations", "weights": "weight", "layout": "samples", "biases": "bias",
    "target": "targets", "labels": "targets", "loss_function": "loss", "cost": "loss", "lambda_": "l2", "lam": "l2",
    "reg": "l2", "regularization": "l2", "mu": "momentum", "batch_size": "batch",
    "layers": "sizes", "widths": "sizes", "layer_sizes": "sizes", "train": "step", "fit": "step", "init": "build",
    "create": "build", "make": "build",
}  # fmt: skip


def misspelt(adapter: Adapter) -> list[tuple[str, str]]:
    """Public names that an adapter defines which resemble one of ours: (found, meant)."""
    found: list[tuple[str, str]] = []
    attributes = (*ATTRIBUTES, *adapter.more_attributes)
    for name, value in own_names(adapter).items():
        if name.startswith("_") or name in METHODS or name in attributes:
            continue
        is_method = callable(value) or isinstance(value, staticmethod | classmethod)
        known = METHODS if is_method else attributes
        if not is_method and name in SYNONYMS and SYNONYMS[name] in attributes:
            found.append((name, SYNONYMS[name]))
            continue
        near = get_close_matches(name.lower(), known, n=1, cutoff=0.84 if is_method else 0.8)
        if near:
            found.append((name, near[0]))
    return found


def own_names(adapter: Adapter) -> dict[str, Any]:
    """Everything that the adapter's classes, below Adapter, and the adapter itself define."""
    names: dict[str, Any] = {}
    for cls in reversed(type(adapter).__mro__):
        if cls not in (object, Adapter) and not issubclass(Adapter, cls):
            names |= vars(cls)
    return names | vars(adapter)


def nearest_method(adapter: Adapter, method: str) -> str | None:
    """What the adapter defines in place of a missing method, by its name."""
    own = [n for n, v in own_names(adapter).items() if callable(v) and not n.startswith("_") and n not in METHODS]
    named = [n for n in own if SYNONYMS.get(n) == method]
    return next(iter(named or get_close_matches(method, own, n=1, cutoff=0.6)), None)
