"""What a script has left behind: its variables, and which of them nobody has set since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_MISSING = object()


class LeftBehind(dict[str, Any]):
    """The global variables of a script that has run.

    Handed to the next run of it as names, with others put in their place by `|`, `update` or an assignment: those that
    are still as the script has left them are not taken for given ones, so that its loop computes them anew.
    """

    def __init__(self, variables: Mapping[str, Any]) -> None:
        super().__init__(variables)
        self._left = dict(variables)

    def __or__(self, other: Mapping[str, Any]) -> LeftBehind:  # type: ignore[override]
        """These, with others in their place."""
        both = LeftBehind(self)
        both._left = dict(self._left)
        both.update(other)
        return both

    def update(self, other: Mapping[str, Any] | Iterable[tuple[str, Any]] = (), /, **more: Any) -> None:  # type: ignore[override]
        """Others in their place; what another run has left is left by the script as well."""
        super().update(other, **more)
        if isinstance(other, LeftBehind):
            self._left.update(other._left)

    def untouched(self) -> set[str]:
        """The variables that are what the script has left."""
        return {name for name, value in self.items() if self._left.get(name, _MISSING) is value}
