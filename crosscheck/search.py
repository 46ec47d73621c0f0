"""The search for mistakes that reproduce a candidate's numbers: best first, layer by layer from the output.

The table of steps is walked in an order in which each parameter's gradient and update come as early as they can. At
every step the formula may stay as it is or have mistakes planted into it; as soon as a quantity is reached that the
candidate shows, whatever does not give its numbers is dropped. What is left after the last step explains all of them.
Since a wrong guess in one layer dies at that layer's dW, three mistakes in three layers cost little more than one.
"""

from __future__ import annotations

import heapq
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, product
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Array
from crosscheck.defects import Planted, by_id, options, order_of
from crosscheck.mistakes.site import Site, Variant
from crosscheck.record import Name, parse_name
from crosscheck.steps import Formula, Names, Step, plan, start

if TYPE_CHECKING:
    from crosscheck.case import Case

ORDER = (
    "pre-activation", "activation", "loss", "upstream", "delta", "weight-gradient", "velocity-W", "update-W",
    "bias-gradient", "velocity-b", "update-b", "propagated",
)  # fmt: skip
COARSE = {"float64": 1e-8, "float32": 1e-3}  # of the signal: far above rounding, far below any mistake
MORE = 0.4  # seconds to look for equals once an explanation is found
SAME_AGAIN = 0.3  # the same mistake at another layer costs less than another mistake
GENERIC = 0.2  # what only says what came out of it costs a little more than what says what was done


@dataclass(frozen=True)
class Evidence:
    """What a candidate showed on a Case: canonical names to canonical arrays."""

    case: Case
    arrays: Mapping[str, NDArray[Any]]


@dataclass(frozen=True)
class Solution:
    """Mistakes that together give everything the candidate showed on one case."""

    planted: tuple[Planted, ...]
    cost: float


@dataclass(order=True)
class Node:
    """A partial explanation: the first `at` steps done, `chosen` planted so far.

    Its turn comes by what it costs less the number of shown quantities that it explains: a guess that has given a
    layer's dW to eight digits is right, and what is missing is to be sought beyond it.
    """

    priority: float  # the cost, less what it explains
    tie: int
    cost: float = field(compare=False)
    progress: int = field(compare=False)  # the number of shown quantities explained
    at: int = field(compare=False)
    here: int = field(compare=False)  # the catalogue order of the last mistake planted at this very step, or -1
    plain: bool = field(compare=False)  # whether the next step is done as it stands, or with one more mistake
    env: dict[str, Array] = field(compare=False)
    chosen: tuple[tuple[Planted, ...], ...] = field(compare=False)  # each with its equals at that step


@dataclass(frozen=True)
class Option:
    """A mistake that may be planted, and what it changes."""

    planted: Planted
    variant: Variant
    order: int
    generic: int


def search(
    evidence: Evidence,
    seconds: float = 1.0,
    max_cost: float = 4.0,
    allowed: Callable[[Planted], bool] | None = None,
    slack: float = 0.5,
) -> list[Solution]:
    """Every explanation of the least cost, and those that cost at most `slack` more; the cheapest first.

    Args:
        evidence: a case, and what the candidate showed on it.
        seconds: when to give up looking for more.
        max_cost: of an explanation; 1 a mistake, less for the same mistake at another layer.
        allowed: which mistakes may be used.
        slack: how much dearer than the cheapest an explanation may be.

    Returns:
        Solutions; the empty one, at cost 0, where nothing is wrong. No solutions where nothing reproduces.
    """
    return Search(evidence, allowed).run(seconds, max_cost, slack)


class Search:
    """One search: what stays the same through it."""

    def __init__(self, evidence: Evidence, allowed: Callable[[Planted], bool] | None) -> None:
        case = evidence.case
        self.case, self.shown = case, shown_arrays(evidence)
        self.steps = search_order(case, self.shown)
        last = max((i for i, s in enumerate(self.steps) if s.name in self.shown), default=-1)
        self.steps = self.steps[: last + 1]
        self.starting: dict[tuple[str, int, int], list[Option]] = {}
        self.variants: dict[Planted, Option] = {}
        for layer in range(1, case.n_layers + 1):
            for planted, variant in options(case, layer):
                if allowed is None or allowed(planted):
                    defect = by_id()[planted.id]
                    option = Option(planted, variant, order_of(planted.id), defect.generic)
                    self.variants[planted] = option
                    first = min(variant.changes, key=ORDER.index)
                    self.starting.setdefault((first, layer, variant.from_step), []).append(option)
        self.tie = count()
        self.queue: list[Node] = []
        self.greed = 1.0  # what an explained quantity is worth, in mistakes

    def run(self, seconds: float, max_cost: float, slack: float) -> list[Solution]:
        """Best first, until the queue holds only what is too dear."""
        deadline = time.monotonic() + seconds
        found: list[Solution] = []
        self.push(Node(0.0, next(self.tie), 0.0, 0, 0, -1, True, dict(start(self.case)), ()))
        limit = max_cost
        while self.queue and time.monotonic() < deadline:
            node = heapq.heappop(self.queue)
            if node.cost > limit + 1e-9:
                continue
            if node.at == len(self.steps):
                if not found:
                    deadline = min(deadline, time.monotonic() + MORE)
                    self.cheapest_first()
                found += self.spelled_out(node)
                limit = min(limit, min(s.cost for s in found) + slack)
                continue
            self.expand(node, limit)
        return sorted(unique(found), key=lambda s: (s.cost, [order_of(p.id) for p in s.planted], s.planted))

    def push(self, node: Node) -> None:
        """Put a node where its turn is."""
        heapq.heappush(self.queue, node)

    def cheapest_first(self) -> None:
        """From now on by cost alone: is there an explanation that is simpler?"""
        self.greed = 0.1
        for node in self.queue:
            node.priority = node.cost - self.greed * node.progress
        heapq.heapify(self.queue)

    def expand(self, node: Node, limit: float) -> None:
        """Do the next step as it stands; or, when that is its turn, with each mistake that may begin there."""
        step = self.steps[node.at]
        planted_here = self.at_step(node, step)
        plain = self.value(step, planted_here, node.env)
        if node.plain:
            self.accept(node, step, plain, node.cost, node.chosen)
            self.postpone(node, step, node.chosen, node.cost, -1)
            return
        for value, group in self.changed_values(node, step, planted_here, plain):
            cost = node.cost - self.least(node) + self.price(node, group)
            if cost > limit + 1e-9:
                continue
            chosen = (*node.chosen, tuple(o.planted for o in group))
            self.accept(node, step, value, cost, chosen)
            if group[0].generic < 2:
                # another mistake on the very same step: composed in the catalogue's order
                self.postpone(node, step, chosen, cost, group[0].order)

    def least(self, node: Node) -> float:
        """What one more mistake costs at the least."""
        return SAME_AGAIN if node.chosen else 1.0

    def postpone(self, node: Node, step: Step, chosen: tuple[tuple[Planted, ...], ...], cost: float, here: int) -> None:
        """Come back to this step with one more mistake, once everything that is cheaper has been tried."""
        if any(o.order > here for o in self.starting.get((step.kind, step.layer, step.step), [])):
            cost += SAME_AGAIN if chosen else 1.0
            turn = cost - self.greed * node.progress
            self.push(Node(turn, next(self.tie), cost, node.progress, node.at, here, False, node.env, chosen))

    def accept(
        self, node: Node, step: Step, value: Array, cost: float, chosen: tuple[tuple[Planted, ...], ...]
    ) -> None:
        """Go on with a value, unless the candidate shows another."""
        shown = self.shown.get(step.name)
        if shown is not None and not self.close(step, shown, value, node.env):
            return
        env = dict(node.env)
        env[step.name] = value
        progress = node.progress + (shown is not None)
        self.push(
            Node(cost - self.greed * progress, next(self.tie), cost, progress, node.at + 1, -1, True, env, chosen)
        )

    def changed_values(
        self, node: Node, step: Step, planted_here: list[Option], plain: Array
    ) -> list[tuple[Array, list[Option]]]:
        """What each mistake that may begin here gives; those that give the same are one branch."""
        groups: list[tuple[Array, list[Option]]] = []
        taken = {p[0] for p in node.chosen}
        shown = self.shown.get(step.name)
        for option in self.starting.get((step.kind, step.layer, step.step), []):
            if option.order <= node.here or option.planted in taken:
                continue
            value = self.value(step, sorted([*planted_here, option], key=lambda o: o.order), node.env)
            if shown is not None and not self.close(step, shown, value, node.env):
                continue
            single = len(option.variant.changes) == 1
            if single and same(value, plain):
                continue
            for other, group in groups:
                if single and len(group[0].variant.changes) == 1 and same(value, other):
                    group.append(option)
                    break
            else:
                groups.append((value, [option]))
        for _, group in groups:
            group.sort(key=lambda o: (o.generic, o.order))
        return groups

    def at_step(self, node: Node, step: Step) -> list[Option]:
        """The mistakes already chosen that change this step."""
        mine = [self.variants[group[0]] for group in node.chosen if group[0].layer == step.layer]
        return sorted((o for o in mine if step.kind in o.variant.changes), key=lambda o: o.order)

    def value(self, step: Step, planted: Sequence[Option], env: dict[str, Array]) -> Array:
        """A step's formula, with mistakes planted, on an environment."""
        formula: Formula = step.formula
        for option in planted:
            site = Site(self.case, Names(self.case, step.step), step.layer)
            formula = option.variant.changes[step.kind](site, formula)
        with np.errstate(all="ignore"):
            return np.asarray(formula(env))

    def price(self, node: Node, group: list[Option]) -> float:
        """What one more mistake costs: less where it is an old acquaintance, more where it is generic."""
        known = {(p.id, p.label) for g in node.chosen for p in g}
        if any((o.planted.id, o.planted.label) in known for o in group):
            return SAME_AGAIN
        return 1.0 + GENERIC * group[0].generic

    def close(self, step: Step, shown: Array, value: Array, env: dict[str, Array]) -> bool:
        """Whether a value is the candidate's, for all that coarse sieving can tell."""
        if shown.shape != value.shape:
            return False
        if step.kind.startswith("update"):
            p = step.kind[-1]
            before = env[Names(self.case, step.step).before(p, step.layer)]
            if before.shape != value.shape:
                return False
            scale = max(peak(value - before), peak(shown - before) * 1e-3, 1e-300)
            allowed = COARSE[self.case.dtype] * scale + 1e-14 * peak(before)
        else:
            allowed = COARSE[self.case.dtype] * max(peak(value), 1e-300)
        with np.errstate(invalid="ignore"):
            return bool(np.all(np.abs(shown - value) <= allowed))

    def spelled_out(self, node: Node) -> list[Solution]:
        """A finished node with each of its equals."""
        return [Solution(tuple(sorted(combination)), node.cost) for combination in product(*node.chosen)][:64]


def search_order(case: Case, shown: Mapping[str, Array]) -> list[Step]:
    """The table of steps, each layer's gradients and updates before the error is sent further down.

    Updates that are not shown come last: there is nothing to hold them against before the next training step.
    """
    steps = plan(case)
    early = any(n.endswith("'") for n in shown)

    def key(step: Step) -> tuple[int, int, int, int]:
        part = int(ORDER.index(step.kind) > ORDER.index("upstream"))
        if step.kind.startswith(("velocity", "update")) and not early:
            part = 2
        return (step.step, part, -step.layer if part else step.layer, ORDER.index(step.kind))

    return sorted(steps, key=key)


def shown_arrays(evidence: Evidence) -> dict[str, Array]:
    """What is shown, in float64; without the loss, whose printed value is a matter of its own."""
    keep: dict[str, Array] = {}
    for text, array in evidence.arrays.items():
        name: Name = parse_name(text)
        if name.quantity not in ("loss", "d_output") and np.all(np.isfinite(array)):
            keep[text] = np.asarray(array, dtype=np.float64)
    return keep


def peak(a: Array) -> float:
    """The greatest magnitude."""
    return float(np.max(np.abs(a), initial=0.0))


def same(a: Array, b: Array) -> bool:
    """Equal to rounding."""
    if a.shape != b.shape:
        return False
    # one element tells most of them apart, at a tenth of the price
    one, other = a.item(a.size // 2), b.item(a.size // 2)
    if abs(one - other) > 1e-7 * (abs(one) + abs(other)) and max(abs(one), abs(other)) > 1e-3:
        return False
    scale = max(peak(a), peak(b))
    with np.errstate(invalid="ignore"):
        return bool(np.all(np.abs(a - b) <= 1e-11 * scale))


def unique(solutions: Sequence[Solution]) -> list[Solution]:
    """Each set of mistakes once, at its least cost."""
    best: dict[tuple[Planted, ...], Solution] = {}
    for s in solutions:
        if s.planted not in best or s.cost < best[s.planted].cost:
            best[s.planted] = s
    return list(best.values())
