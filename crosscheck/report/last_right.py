"""Where only parameters or their gradients are shown: what lies between the last that is right and the first wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from crosscheck.catalogue import in_words
from crosscheck.finding import AGREES, DIFFERS
from crosscheck.record import Name, suffix


@dataclass(frozen=True)
class Layers:
    """Layers by what was found of their W and b in one step; what is not shown or not judged is in none of the sets."""

    n_layers: int
    w_right: Set[int]
    w_wrong: Set[int]
    b_right: Set[int]
    b_wrong: Set[int]

    @property
    def wrong(self) -> list[int]:
        """Layers in which something differs."""
        return sorted(self.w_wrong | self.b_wrong)

    def is_right(self, layer: int) -> bool:
        """Whether a layer was judged and nothing of it differs."""
        return layer in (self.w_right | self.b_right) - self.w_wrong - self.b_wrong


def between(n: Name, status: Mapping[str, str], n_layers: int, penalty: bool = False) -> str:
    """What to look at, and why; "" where the shown parameters do not tell.

    Args:
        n: the first array that is wrong in itself: W', b', dW or db of a layer.
        status: of everything that was judged in the same case.
        n_layers: of that case.
        penalty: whether an L2 term or a weight decay is declared.
    """
    layer = n.layer or 0
    if n.updated and any(f"d{p}{layer}{suffix(n.step)}" in status for p in "Wb"):
        return ""  # the gradient is there: it is right or it is wrong
    before = {s for name, s in status.items() if parse_step(name) < n.step}
    if AGREES in before and DIFFERS not in before:
        return later(n, status, n_layers)
    found = layers_of(n, status, n_layers)
    updates = " and the update of {p}" if n.updated else ""
    top = max(found.wrong, default=layer)
    if top in found.w_wrong and top in found.b_right:
        same = [i for i in sorted(found.w_wrong, reverse=True) if i in found.b_right]
        what = joined([f"dW{i} (from dZ{i} and {below(i)})" for i in same])
        return (
            f"{verb(found.b_right & set(same), 'b', 'agree')}, and with it the sum of dZ over the samples; W of "
            f"{in_words(sorted(same))} differs: look at the product that gives {what}, at its inputs"
            f"{', at the penalty that is added to it' if penalty else ''}{updates.format(p='W')}."
        )
    if top in found.b_wrong and top in found.w_right:
        same = [i for i in sorted(found.b_wrong, reverse=True) if i in found.w_right]
        return (
            f"{verb(found.w_right & set(same), 'W', 'agree')}, and with it dZ; b of {in_words(sorted(same))} differs: "
            f"look at the sum over the samples that gives {joined([f'db{i}' for i in same])}{updates.format(p='b')}."
        )
    return way_back(found, top, status, n)


def way_back(found: Layers, top: int, status: Mapping[str, str], n: Name) -> str:
    """Where everything that is shown of the topmost wrong layer differs."""
    own = [f"dW{top}", *([f"db{top}"] if top in found.b_wrong else [])]
    both = "W and b" if top in found.b_wrong else "W"
    lower = list(range(1, top))
    update = f" and {'their' if len(own) > 1 else 'its'} update" if n.updated else ""
    if lower and all(found.is_right(i) for i in lower):
        return (
            f"{in_words([top])} differs alone, and what it hands down, dA{top - 1}, must be right, since below it all "
            f"agrees: so dZ{top} is right, look at what is made of it: {joined(own)}{update}."
        )
    if top == found.n_layers:
        right = [name for name in ("output", "loss") if status.get(name) == AGREES]
        so = f"{joined(right)} agree{'s' if len(right) == 1 else ''}: " if right else ""
        hidden = [name for name in ("output", f"dZ{top}", *own) if name not in status]
        forward = "" if right else ", or before it: is the way forward the declared one, with nothing added to it?"
        rest_of_it = " If that is right, look at the update, at its momentum and decay, where there are any, and at "
        last = rest_of_it + "what is kept from step to step." if n.updated else ""
        return (
            f"{so}{every(found)}, so begin where the way back begins, the loss, dZ{top}{forward or '.'}{last} Return "
            f"{joined(hidden)} from step or read as well: then the report says which of them is right."
        )
    if not found.is_right(top + 1):
        return ""
    rest = [i for i in lower if i in found.wrong]
    hidden = [name for name in (f"dA{top}", f"dZ{top}", *own) if name not in status]
    area = in_words([top]) + (" and of all below" if rest and rest == lower else "")
    s = "s" if both == "W" and not rest else ""
    also = f", or at {joined(own)}{update}" if top == 1 else ""
    return (
        f"{in_words([top + 1])} agrees, {both} of {area} differ{s}: look at what is handed down to {in_words([top])}, "
        f"dA{top} = {product(top)}, or at the derivative there, dZ{top}{also}. Return {joined(hidden)} "
        "from step or read as well: then the report says which of them is right."
    )


def every(found: Layers) -> str:
    """Which layers differ."""
    if len(found.wrong) == found.n_layers:
        return "every layer is concerned" if found.n_layers > 1 else "all of it differs"
    return f"{in_words(found.wrong)} differ"


def product(layer: int) -> str:
    """What an upstream gradient is made of, in words that no orientation contradicts."""
    return f"dZ{layer + 1} through W{layer + 1}"


def later(n: Name, status: Mapping[str, str], n_layers: int) -> str:
    """Where the steps before agree entirely."""
    before = [f"{p}{i}'{suffix(n.step - 1)}" for i in range(1, n_layers + 1) for p in "Wb"]
    hidden = [name for name in before if name not in status] if n.updated else []
    unseen = f", or at {joined(hidden)}, which this step starts from and which nobody shows" if hidden else ""
    steps = "step 1 agrees" if n.step == 2 else f"the {n.step - 1} steps before agree"
    return (
        f"{steps}, so the formulas of a single step are right: look at what is kept from one step to the next, such as "
        f"a cache, a gradient that adds up, a velocity{unseen}."
    )


def layers_of(n: Name, status: Mapping[str, str], n_layers: int) -> Layers:
    """Layers by the status of their parameters, or gradients, in the step of an array."""
    form = "{p}{i}'" if n.updated else "d{p}{i}"

    def those(p: str, wanted: str) -> set[int]:
        layers = range(1, n_layers + 1)
        return {i for i in layers if status.get(form.format(p=p, i=i) + suffix(n.step)) == wanted}

    return Layers(n_layers, those("W", AGREES), those("W", DIFFERS), those("b", AGREES), those("b", DIFFERS))


def parse_step(name: str) -> int:
    """The step of an array's name; of a call's, one that is no step."""
    digits = name.rpartition("@")[2] if "@" in name else "1"
    return int(digits) if digits.isdigit() else 1


def verb(layers: Set[int], p: str, word: str) -> str:
    """b of layers 1 and 2 agrees."""
    return f"{p} of {in_words(sorted(layers))} {word}s"


def below(layer: int) -> str:
    """The input of a layer."""
    return f"A{layer - 1}" if layer > 1 else "x"


def joined(names: Sequence[str]) -> str:
    """A1, W2 and b2."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
