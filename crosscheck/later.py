"""What a table of steps comes to later than a formula asks for it: computed on the spot, mistakes and all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from crosscheck.steps import Env, Step

Evaluate: TypeAlias = Callable[[Step, Env], Any]


class Ahead(Mapping[str, Any]):
    """An environment that computes what is not yet there, when it is asked for it by name."""

    def __init__(self, env: Env, steps: Mapping[str, Step], evaluate: Evaluate) -> None:
        """`evaluate` gives the value of a step on this environment."""
        self.env, self.steps, self.evaluate = env, steps, evaluate
        self.found: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name in self.found:
            return self.found[name]
        if name in self.env:
            return self.env[name]
        if name not in self.steps:
            raise KeyError(name)
        self.found[name] = self.evaluate(self.steps[name], self)
        return self.found[name]

    def __contains__(self, name: object) -> bool:
        return name in self.found or name in self.env

    def get(self, name: str, default: Any = None) -> Any:
        """What is there already: nothing is computed for it."""
        return self[name] if name in self else default  # noqa: SIM401 (this is `get` itself)

    def later(self, name: str) -> Any:
        """What is there, or will be."""
        return self[name]

    def __iter__(self) -> Iterator[str]:
        return iter({**dict.fromkeys(self.env), **dict.fromkeys(self.found)})

    def __len__(self) -> int:
        return len(self.found.keys() | self.env.keys())


class Planned(dict[str, Any]):
    """An environment that knows the steps by which it is filled; those to come can be asked for."""

    def __init__(self, given: Env, steps: Sequence[Step], evaluate: Evaluate) -> None:
        super().__init__(given)
        self.steps = {s.name: s for s in steps}
        self.evaluate = evaluate

    def later(self, name: str) -> Any:
        """What is there, or will be."""
        return Ahead(self, self.steps, self.evaluate)[name]
