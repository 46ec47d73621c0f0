"""A network that draws its weights in every call, as `fit` does in scikit-learn's manner: draws = "_init_weights".

Its method is run, so that everything is as large as it should be; then what was there before is put back in place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from crosscheck.errors import UsageError


def check_draws(owner: str, value: Any, parameters: bool) -> None:
    """UsageError for what is no name of a method, and where no parameters are declared."""
    if value is None:
        return
    if not isinstance(value, str) or not value.isidentifier():
        raise UsageError(
            f"{owner}.draws is {value!r}: expected the name of the method in which the network draws its weights, such "
            "as '_init_weights'"
        )
    if not parameters:
        raise UsageError(f"{owner}.draws needs parameters: the names under which the network keeps what is drawn")


def watch_draws(owner: str, net: Any, name: str, now: Callable[[], Any], put: Callable[[Any], None]) -> None:
    """Replace a method of this one network by one that leaves the parameters as they are.

    Args:
        owner: the adapter's name.
        net: what build returned.
        name: of the method.
        now: asked for the parameters before the method is run.
        put: puts them back after it.

    Raises:
        UsageError: there is no such method, or it cannot be replaced.
    """
    original = getattr(net, name, None)
    if not callable(original):
        raise UsageError(f"{owner}.draws: the {type(net).__name__} that build returned has no method {name!r}")

    def drawn(*arguments: Any, **more: Any) -> Any:
        kept = now()
        returned = original(*arguments, **more)
        put(kept)
        return returned

    try:
        setattr(net, name, drawn)
    except (AttributeError, TypeError) as error:
        raise UsageError(f"{owner}.draws: {name} of a {type(net).__name__} cannot be replaced: {error}") from error
