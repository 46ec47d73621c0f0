"""Where to look, when nothing in the catalogue gives the numbers: what the first wrong array is computed from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from crosscheck.finding import AGREES, DIFFERS, Finding
from crosscheck.record import Name, names, parse_name, suffix
from crosscheck.report.last_right import between, joined
from crosscheck.report.network import Network

_RETURN = re.compile(r"Return (.+?) from (?:step or )?read as well")


def next_step(f: Finding, shown: Sequence[Finding], network: Network) -> str:
    """One or two sentences; "" where the array is no quantity of the network.

    Args:
        f: the first array that is wrong in itself.
        shown: everything that was judged in the same case.
        network: of that case.
    """
    words = where_to_look(f, shown, network)
    return _RETURN.sub(r"Name \1 in shows = {...} as well", words) if network.script else words


def where_to_look(f: Finding, shown: Sequence[Finding], network: Network) -> str:
    """The same for networks that are called, whose step and read return what is shown."""
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
    status = {g.name: g.status for g in shown}
    if n.parameter is not None and not any(s.startswith(("dZ", "dA", "d_output")) for s in status):
        words = between(n, status, network.n_layers, network.penalty)
        if words:
            return words
    sources_here = [in_step(s, n.step) for s in sources]
    line = f"look at the line that computes {f.name} from {joined(sources_here)}"
    hidden = hidden_before(n, status, network.n_layers)
    if hidden:
        it = "it is" if len(hidden) == 1 else "they are"
        return f"{line}. Return {joined(hidden)} from read as well: then the report says whether {it} right."
    right = [name for name in sources_here if status.get(name) == AGREES]
    return f"{line}; {joined(right)} agree{'s' if len(right) == 1 else ''}." if right else f"{line}."


def hidden_before(n: Name, status: Mapping[str, str], n_layers: int) -> list[str]:
    """What lies between an array and what was judged before it, in dataflow order: any of these may be wrong.

    On the way back the activations and pre-activations that are not shown are left out beyond the array's own: a wrong
    one would show in the output too.
    """
    found: dict[str, None] = {}
    todo = [n]
    while todo:
        now = todo.pop()
        for source in inputs(now, n_layers):
            name = in_step(source, n.step)
            far = now is not n and n.stage != "forward" and source[0] != "d"
            if not is_array(name) or name in status or name in found or far:
                continue
            found[name] = None
            if parse_name(name).step == n.step and parse_name(name).stage in (n.stage, "backward"):
                todo.append(parse_name(name))
    order = [*(p + suffix(n.step - 1) for p in after(n_layers)), *(p + suffix(n.step) for p in names(n_layers))]
    return sorted(found, key=lambda name: order.index(name) if name in order else 0)


def after(n_layers: int) -> list[str]:
    """Parameters after an update."""
    return [f"{p}{i}'" for i in range(1, n_layers + 1) for p in "Wb"]


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
