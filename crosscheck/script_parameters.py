"""The variables of a script, and which of them its parameters are."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np

from crosscheck.errors import UsageError
from crosscheck.lives_on import LivesOn, read_by_value
from crosscheck.parameters import Kept, names_of
from crosscheck.places import leaves

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from crosscheck.adapter import Adapter
    from crosscheck.handed import Handed
    from crosscheck.script_rounds import Rounds


class Names:
    """Global variables as attributes: net.W1, net.forward(x). They are the script's own: what is set is seen by it."""

    __slots__ = ("__dict__", "batches_", "case_", "kept_", "lives_on_", "plain_", "rounds_", "waits_")

    def __init__(
        self,
        variables: dict[str, Any],
        case: Handed,
        lives_on: LivesOn | None = None,
        waits: Mapping[str, list[NDArray[Any]]] | None = None,
    ) -> None:
        self.__dict__ = variables
        self.case_ = case
        self.lives_on_ = lives_on
        self.plain_ = tuple(variables)  # the parameters that are variables
        self.rounds_: Rounds | None = None  # of its training loop, where that goes round by itself
        self.kept_: Kept | None = None
        self.batches_: tuple[str, ...] = ()  # names that have been found to be the size of its mini-batches
        self.waits_ = dict(waits or {})  # parameters that are put into what the script makes, once it has made it


def of_their_own(
    name: str, arrays: Sequence[NDArray[Any]], used: Callable[[Iterable[str]], set[str]]
) -> dict[str, float]:
    """Every number under a name of its own, row by row, where the script has as many names; empty where it has not."""
    several, n = name.split(), sum(array.size for array in arrays)
    numbered = len(several) <= 1
    if n in (0, len(arrays)) or not (numbered or len(several) == n):
        return {}
    ends = {f"{name}1", f"{name}{n}"} if numbered else {several[0], several[-1]}
    if not all(end.isidentifier() for end in ends) or used(ends) != ends:  # told before thousands of names are made
        return {}
    names = [f"{name}{i}" for i in range(1, n + 1)] if numbered else several
    if not all(name.isidentifier() for name in names):
        return {}
    values = [v for array in arrays for v in array.reshape(-1).tolist()]
    return dict(zip(names, values, strict=True)) if used(names) == set(names) else {}


def roots_of(names: Iterable[str]) -> tuple[str, ...]:
    """The variables in which parameters with dots in their names are kept."""
    return tuple(dict.fromkeys(way.split(".")[0] for name in names for way in name.split()))


def unfit(ways: Sequence[tuple[str, ...]], absent: Sequence[str], arrays: Sequence[Any], source: str) -> str:
    """Why the parameters cannot be given under their names."""
    if not absent:
        return f"has {len(ways)} of them for {len(arrays)} layers"
    name = absent[0]
    if not re.search(rf"\b{re.escape(name)}\b", source):
        return f"has no {name!r}"
    return (
        f"has no global variable {name!r} in what is run of it: if they are variables of a function, stop in front of "
        "the training with until, and call the functions in a step"
    )


def own_names(variables: Mapping[str, Any]) -> list[str]:
    """The variables of a script, without its functions, classes and imports."""
    return [
        name for name, value in variables.items()
        if not name.startswith("_") and not isinstance(value, type | ModuleType | FunctionType)
    ]  # fmt: skip


def has_axis_of_one(value: Any) -> bool:
    """Whether an array, or one in a list, could be kept without one of its axes."""
    return any(1 in np.shape(v) for v in (value if isinstance(value, list | tuple) else [value]))


def is_made_of_data(text: str) -> bool:
    """Whether an expression uses more of x or y than the shape: `x.shape[1]` and `len(x)` are widths."""
    try:
        return bool({"x", "y"} & read_by_value(ast.parse(text, mode="eval")))
    except SyntaxError:
        return False


def other_number(adapter: Adapter, file: str, net: Names) -> str:
    """How many arrays there are in front of the training, in place of one a layer."""
    n = net.case_.n_layers
    ranked = [(name, 1 - i) for i, name in enumerate(names_of(adapter)) if name in net.waits_]
    name, found = next((w, f) for w, rank in ranked if len(f := leaves(net, w, rank, n)) != n)
    shapes = ", ".join(str(np.shape(leaf.get())) for leaf in found)
    return (
        f"{type(adapter).__name__}.parameters: {name} leads to {len(found)} arrays in what {file} has made in front of "
        f"its training{f', of the shapes {shapes}' if found else ''}: expected {n}, one a layer, for activations and "
        f"sizes say so. It has {', '.join(own_names(vars(net)))}"
    )


def set_attribute(adapter: Adapter, net: Names, name: str, value: Any) -> None:
    """An attribute of an object of the script's, or an entry of a dictionary, given as "opt.lr".

    Raises:
        UsageError: it is not there.
    """
    *way, last = name.split(".")
    owner: Any = vars(net)
    try:
        for part in way:
            owner = owner[part] if isinstance(owner, Mapping) else getattr(owner, part)
        was = owner[last] if isinstance(owner, dict) else getattr(owner, last)
    except (AttributeError, KeyError) as error:
        raise UsageError(
            f"{type(adapter).__name__}.names: {name}: there is no such thing in front of the training ({error})"
        ) from None
    if isinstance(owner, dict):
        owner[last] = value
    elif was is not value:
        setattr(owner, last, value)


def parameters_now(adapter: Adapter, net: Names) -> list[Any] | None:
    """Copies of all parameters; None where they cannot be read."""
    names = [(name, 1 - i) for i, name in enumerate(names_of(adapter))]
    try:
        return [np.array(leaf.get()) for name, rank in names for leaf in leaves(net, name, rank, net.case_.n_layers)]
    except Exception:  # noqa: BLE001 (whatever the script's objects raise; what is wrong is said elsewhere)
        return None


def same_arrays(a: Sequence[Any], b: Sequence[Any] | None) -> bool:
    """Whether nothing has moved."""
    return b is not None and len(a) == len(b) and all(np.array_equal(x, y) for x, y in zip(a, b, strict=True))
