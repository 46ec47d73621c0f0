"""The partial explanations that wait for their turn, the most promising first."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import TypeAlias

from crosscheck.ball import Array
from crosscheck.search_option import Option
from crosscheck.search_values import Known

Chosen: TypeAlias = tuple[tuple[Option, ...], ...]  # each with its equals at that step


@dataclass(eq=False, slots=True)
class Node:
    """A partial explanation: the first `at` steps done, `chosen` planted so far.

    Its turn comes by what it costs less the number of shown quantities that it explains: a guess that has given a
    layer's dW to eight digits is right, and what is missing is to be sought beyond it.
    """

    cost: float
    progress: float  # the number of shown quantities explained
    at: int
    here: int  # the catalogue order of the last mistake planted at this very step, or -1
    plain: bool  # whether the next step is done as it stands, or with one more mistake
    env: dict[str, Array]
    chosen: Chosen
    seldom: int  # how many of them are seldom made
    value: Known | None = None  # of the next step as it stands, where it is known


@dataclass(eq=False, slots=True)
class Alike:
    """Nodes of one price that differ in the last mistake alone; there are many, and most are never looked at."""

    first: Node  # without that mistake
    last: list[tuple[int, Option]] = field(default_factory=list)  # each with the number of its place
    next: int = 0

    def node(self) -> Node:
        """The next one."""
        _, option = self.last[self.next]
        f = self.first
        self.next += 1
        chosen = (*f.chosen, (option,))
        return Node(f.cost, f.progress, f.at, option.order, f.plain, f.env, chosen, f.seldom)


class Queue:
    """Nodes by their turn; of one turn, in the order in which they came."""

    def __init__(self) -> None:
        self.heap: list[tuple[float, int, Node | Alike]] = []
        self.tie = count()

    def __bool__(self) -> bool:
        return bool(self.heap)

    def push(self, turn: float, node: Node) -> None:
        """Put a node where its turn is."""
        heapq.heappush(self.heap, (turn, next(self.tie), node))

    def push_alike(self, turn: float, alike: Alike) -> None:
        """The same for several, which have taken their places with `place`."""
        heapq.heappush(self.heap, (turn, alike.last[alike.next][0], alike))

    def place(self) -> int:
        """The number of the next place among nodes of one turn."""
        return next(self.tie)

    def pop(self) -> Node:
        """The node whose turn it is."""
        turn, _, entry = heapq.heappop(self.heap)
        if isinstance(entry, Node):
            return entry
        node = entry.node()
        if entry.next < len(entry.last):
            self.push_alike(turn, entry)
        return node

    def sort_again(self, turn: Callable[[Node], float]) -> None:
        """Give every node another turn."""
        self.heap = [(turn(e if isinstance(e, Node) else e.first), tie, e) for _, tie, e in self.heap]
        heapq.heapify(self.heap)
