"""Where to look, when nothing in the catalogue gives the numbers: what the first wrong array is computed from."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.finding import AGREES, DIFFERS, Finding
from crosscheck.record import Name, parse_name, suffix
from crosscheck.report.network import Network


def next_step(f: Finding, shown: Sequence[Finding], network: Network) -> str:
    """One or two sentences; "" where the array is no quantity of the network.

    Args:
        f: the first array that is wrong in itself.
        shown: everything that was judged in the same case.
        network: of that case.
    """
    n = parse_name(f.name)
    sources = inputs(n, network.n_layers)
    if not sources:
        return ""
    if n.updated and any(g.name == "loss" and g.status == DIFFERS for g in shown):
        # nothing of the way back is in the loss
        return (
            "the loss is wrong as well, and it needs the way forward alone: look there first, and at the loss itself. "
            "Return output and Z from read as well: then the report says which of them is right."
        )
    names = [in_step(s, n.step) for s in sources]
    status = {g.name: g.status for g in shown}
    hidden = [name for name in names if is_array(name) and name not in status]
    line = f"look at the line that computes {f.name} from {joined(names)}"
    if n.updated and hidden and is_wrong(f"{n.parameter}{network.n_layers}'" + suffix(n.step), shown):
        last = f"dZ{network.n_layers}"
        return (
            f"return {joined(hidden)} from step or read as well: then the report says whether they are wrong or "
            f"what is done with them. Every layer is concerned, so begin where the way back begins: the loss, {last}."
        )
    if hidden:
        it = "it is" if len(hidden) == 1 else "they are"
        return f"{line}. Return {joined(hidden)} from read as well: then the report says whether {it} right."
    right = [name for name in names if status.get(name) == AGREES]
    return f"{line}; {joined(right)} agree{'s' if len(right) == 1 else ''}." if right else f"{line}."


def is_wrong(name: str, shown: Sequence[Finding]) -> bool:
    """Whether an array differs."""
    return any(f.name == name and f.status == DIFFERS for f in shown)


def inputs(n: Name, n_layers: int) -> tuple[str, ...]:
    """What a quantity is computed from."""
    i = n.layer or 0
    below = f"A{i - 1}" if i > 1 else "x"
    last = i == n_layers
    return {
        "Z": (below, f"W{i}", f"b{i}"),
        "A": (f"Z{i}",),
        "output": (f"Z{n_layers}",),
        "loss": ("output", "y"),
        "d_output": ("output", "y"),
        "dZ": ("d_output" if last else f"dA{i}", f"Z{i}"),
        "dW": (f"dZ{i}", below),
        "db": (f"dZ{i}",),
        "dA": (f"dZ{i + 1}", f"W{i + 1}"),
        "dX": ("dZ1", "W1"),
        "W'": (f"W{i}", f"dW{i}"),
        "b'": (f"b{i}", f"db{i}"),
    }.get(n.quantity, ())


def in_step(name: str, step: int) -> str:
    """What an input of a step is called: the data never change, a parameter is what the step before has made of it."""
    if name[0] in "xy" or step == 1:
        return name
    return name + "'" + suffix(step - 1) if name[0] in "Wb" else name + suffix(step)


def is_array(name: str) -> bool:
    """Whether a network can show it: the data, and the parameters at the start, are given to it."""
    return "'" in name or name[0] not in "xyWb"


def joined(names: Sequence[str]) -> str:
    """A1, W2 and b2."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
