"""The search for mistakes that reproduce a candidate's numbers: best first, layer by layer from the output.

The table of steps is walked in an order in which each parameter's gradient and update come as early as they can. At
every step the formula may stay as it is or have mistakes planted into it; as soon as a quantity is reached that the
candidate shows, whatever does not give its numbers is dropped. What is left after the last step explains all of them.
Since a wrong guess in one layer dies at that layer's dW, three mistakes in three layers cost little more than one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Array
from crosscheck.defects import Planted, order_of
from crosscheck.nearness import COARSE, Target, peak
from crosscheck.record import Name, parse_name
from crosscheck.search_option import (
    EVERYWHERE,
    GENERIC,
    OVERWRITTEN,
    SAME_AGAIN,
    Option,
    all_options,
    alone_in,
    beginnings,
    option_of,
    unseen,
)
from crosscheck.search_queue import Alike, Chosen, Node, Queue
from crosscheck.search_values import Known, Values
from crosscheck.steps import Names, Step, decay, penalised, plan, start
from crosscheck.uncollected import uncollected

if TYPE_CHECKING:
    from crosscheck.case import Case

ORDER = (
    # biases first: fewer mistakes are made there, so that a guess further up is soon held against what is shown
    "pre-activation", "activation", "loss", "upstream", "delta", "bias-gradient", "velocity-b", "update-b",
    "weight-gradient", "velocity-W", "update-W", "propagated",
)  # fmt: skip
EFFORT = 60_000  # formulas evaluated before a search gives up: about a second and a half
CHEAP = 20  # to pass over as many mistakes takes as long as to evaluate one
MORE = 15_000  # of them to look for equals once an explanation is found
BLOWN_UP = 1e6  # beyond it rounding alone decides what a wrong network does next
LOSS_RIGHT = 0.75  # what a loss that is as printed is worth, in mistakes; the line that prints it may have its own
SINGLE = 1.25  # everything up to this cost is tried before anything dearer
FACTOR_FOR_ALL = 1.45
DEARER = 100.0
# seldom made, and in many forms: as one of several mistakes they are tried after those that people make every day
SELDOM = {
    "single-precision-inside", "logarithm-kept-off-zero", "ones-at-the-wrong-end", "data-cut-to-integers",
    "parameters-from-wrong-place", "sum-runs-on", "bias-row-sent-down", "velocity-in-integers", "velocity-initial",
    "velocity-rows-aliased", "gradient-packed-in-another-order", "softmax-maximum", "output-activation-twice",
    "parameter-used-twice", "preactivation-overwritten", "preactivation-without-bias", "one-weight-slip",
}  # fmt: skip
LATER = 0.5
PLAUSIBLE = 2.5  # up to this cost an explanation is not doubted for long


@dataclass(frozen=True)
class Evidence:
    """What a candidate showed on a Case: canonical names to canonical arrays."""

    case: Case
    arrays: Mapping[str, NDArray[Any]]

    @cached_property
    def shown(self) -> dict[str, Array]:
        """What is shown, in float64; without the loss, whose printed value is a matter of its own.

        NaN and infinity are no evidence, nor are later steps of a training that has blown up.
        """
        keep: dict[str, Array] = {}
        for text, array in self.arrays.items():
            name: Name = parse_name(text)
            if name.quantity not in ("loss", "d_output") and np.all(np.isfinite(array)):
                keep[text] = np.asarray(array, dtype=np.float64)
        blown = [parse_name(n).step for n, a in keep.items() if np.max(np.abs(a), initial=0.0) > BLOWN_UP]
        end = min((k for k in blown if k > 2), default=self.case.steps + 1)
        return {n: a for n, a in keep.items() if parse_name(n).step < end}

    @cached_property
    def targets(self) -> dict[str, Target]:
        """What is shown, to be held against the values of the table."""
        return {s.name: Target(self.case, s, self.shown[s.name]) for s in plan(self.case) if s.name in self.shown}


@dataclass(frozen=True)
class Solution:
    """Mistakes that together give everything the candidate showed on one case."""

    planted: tuple[Planted, ...]
    cost: float


def search(
    evidence: Evidence,
    effort: int = EFFORT,
    max_cost: float = 4.0,
    given: Sequence[Planted] = (),
    slack: float = 0.5,
) -> list[Solution]:
    """Every explanation of the least cost, and those that cost at most `slack` more; the cheapest first.

    Args:
        evidence: a case, and what the candidate showed on it.
        effort: how many formulas to evaluate at most; a count and no clock, so that the same question has the same
            answer on every machine.
        max_cost: of an explanation; 1 a mistake, less for the same mistake at another layer.
        given: mistakes that are known to be there, at no cost: what is wrong besides them?
        slack: how much dearer than the cheapest an explanation may be.

    Returns:
        Solutions; the empty one, at cost 0, where nothing is wrong. No solutions where nothing reproduces.
    """
    return Search(evidence, given).run(effort, max_cost, slack)


class Search:
    """One search: what stays the same through it."""

    def __init__(self, evidence: Evidence, given: Sequence[Planted] = ()) -> None:
        case = evidence.case
        self.case, self.targets, self.given = case, evidence.targets, tuple(given)
        shown = evidence.shown
        self.losses = printed_losses(evidence)
        self.steps = search_order(case, shown)
        last = max((i for i, s in enumerate(self.steps) if s.name in shown), default=-1)
        self.steps = self.steps[: last + 1]
        every = all_options(case, shown=frozenset(shown), alone=alone_in(case, shown))
        self.options = {o.planted[0]: o for o in every if len(o.planted) == 1}
        self.beginnings = beginnings(self.steps, every)
        self.values = Values(case, self.steps, self.targets)
        self.queue = Queue()
        self.greed = 1.0  # what an explained quantity is worth, in mistakes
        self.done = 0  # how many formulas have been evaluated, or would have been if none were remembered
        self.passed = 0  # how many mistakes have been passed over as too dear

    def run(self, effort: int, max_cost: float, slack: float) -> list[Solution]:
        """Best first, until the queue holds only what is too dear; formulas with mistakes in them may overflow."""
        with np.errstate(all="ignore"), uncollected():
            return self.best_first(effort, max_cost, slack)

    def best_first(self, effort: int, max_cost: float, slack: float) -> list[Solution]:
        """The loop itself."""
        last = turns = effort
        found: list[Solution] = []
        given = (self.options.get(p) or option_of(self.case, p) for p in self.given)
        known = tuple((option,) for option in given if option is not None)
        self.queue.push(0.0, Node(0.0, 0, 0, -1, True, dict(start(self.case)), known, seldom_in(known)))
        limit = max_cost
        while self.queue and self.done < last:
            if self.done >= turns and self.greed == 1.0:
                self.cheapest_first()
            node = self.queue.pop()
            if node.cost > limit + 1e-9:
                continue
            if node.at == len(self.steps):
                if not found:  # what looks like it a little longer, then what is cheap
                    turns = self.done + MORE // 3
                if node.cost <= PLAUSIBLE:  # three mistakes may well be two that are not found yet
                    last = min(last, self.done + MORE)
                found += self.spelled_out(node)
                limit = min(limit, min(s.cost for s in found) + slack)
                continue
            self.expand(node, limit)
        return sorted(unique(found), key=lambda s: (s.cost, [order_of(p.id) for p in s.planted], s.planted))

    def cheapest_first(self) -> None:
        """From now on by cost alone: is there an explanation that is simpler?"""
        self.greed = 0.1
        self.queue.sort_again(lambda node: self.turn(node.cost, node.progress, node.seldom))

    def turn(self, cost: float, progress: float, seldom: int) -> float:
        """When it comes: by the cost less what it explains, which may be led astray; single mistakes before that."""
        if cost <= SINGLE:
            return cost - self.greed * progress
        return DEARER + cost - self.greed * progress + LATER * seldom

    def expand(self, node: Node, limit: float) -> None:
        """Do the next step as it stands; or, when that is its turn, with each mistake that may begin there."""
        step = self.steps[node.at]
        planted_here = self.at_step(node, step)
        plain = node.value or self.values.of(node.at, planted_here, node.env, [g[0] for g in node.chosen])
        self.done += 1
        if node.plain:
            if step.kind == "bias-gradient" and node.chosen and node.cost <= SINGLE and self.weights_fit(node, step):
                node.progress += 1
            self.accept(node, step, plain, node.cost, node.chosen, node.seldom)
            self.postpone(node, node.chosen, node.cost, -1, node.seldom, plain)
            return
        known = {o.form for g in node.chosen for o in g}
        spent = node.cost - least(node.chosen, node.here)
        # what costs more is passed over, and counts a little
        offered, too_dear = self.beginnings[node.at].affordable(
            node.here, (p for g in node.chosen for p in g[0].planted), limit + 1e-9 - spent, known
        )
        self.done += (self.passed + too_dear) // CHEAP - self.passed // CHEAP + len(offered)
        self.passed += too_dear
        groups, misses = self.changed_values(node, planted_here, plain, offered)
        if node.here < 0:
            # not these alone; perhaps together with another on the very same step
            priced = [(o, spent + o.price(known)) for o in misses if o.generic < 2]
            self.postpone_alike(node, [(o, cost) for o, cost in priced if cost + SAME_AGAIN <= limit])
        for value, group in groups:
            cost = spent + (SAME_AGAIN if any(o.form in known for o in group) else group[0].alone)
            if cost > limit + 1e-9:
                continue
            chosen = (*node.chosen, tuple(group))
            seldom = node.seldom + (group[0].form[0] in SELDOM)
            self.accept(node, step, value, cost, chosen, seldom)
            if group[0].generic < 2:
                # another mistake on the very same step: composed in the catalogue's order
                self.postpone(node, chosen, cost, group[0].order, seldom, value)

    def weights_fit(self, node: Node, step: Step) -> bool:
        """Whether what is shown of this layer's weights, which come after its biases, is as it will be found."""
        names = Names(self.case, step.step)
        of_weights = (names.of("dW", step.layer), names.after("vW", step.layer), names.after("W", step.layer))
        there = [n for n in of_weights if n in self.targets]
        self.done += len(of_weights)
        env = self.values.ahead(node.env, [g[0] for g in node.chosen])
        return bool(there) and all(self.targets[n].near(env[n], env) for n in there)

    def postpone(self, node: Node, chosen: Chosen, cost: float, here: int, seldom: int, value: Known) -> None:
        """Come back to this step with one more mistake, once everything that is cheaper has been tried."""
        if self.beginnings[node.at].last > here:
            cost += least(chosen, here)
            again = Node(cost, node.progress, node.at, here, False, node.env, chosen, seldom, value)
            self.queue.push(self.turn(cost, node.progress, seldom), again)

    def postpone_alike(self, node: Node, priced: Sequence[tuple[Option, float]]) -> None:
        """The same with each of these mistakes planted, at the cost beside it."""
        alike: dict[tuple[float, int], Alike] = {}
        for option, cost in priced:
            if self.beginnings[node.at].last > option.order:
                key = cost, node.seldom + (option.form[0] in SELDOM)
                if key not in alike:
                    again = cost + least((*node.chosen, (option,)), option.order)
                    first = Node(again, node.progress, node.at, -1, False, node.env, node.chosen, key[1])
                    alike[key] = Alike(first)
                alike[key].last.append((self.queue.place(), option))
        for group in alike.values():
            self.queue.push_alike(self.turn(group.first.cost, node.progress, group.first.seldom), group)

    def accept(self, node: Node, step: Step, known: Known, cost: float, chosen: Chosen, seldom: int) -> None:
        """Go on with a value, unless the candidate shows another."""
        if not known.fits:
            return
        env = dict(node.env)
        env[step.name] = known.value
        progress = node.progress + (step.name in self.targets)
        if step.name == "loss" and any(
            np.isclose(known.value, x, rtol=COARSE[self.case.dtype], atol=0) for x in self.losses
        ):
            progress += LOSS_RIGHT
        turn = self.turn(cost, progress, seldom)
        if SINGLE < cost <= FACTOR_FOR_ALL and len(chosen) == 1 and len(chosen[0][0].planted) > 1:
            turn -= DEARER  # a single one, generic, at all layers
        self.queue.push(turn, Node(cost, progress, node.at + 1, -1, True, env, chosen, seldom))

    def changed_values(
        self, node: Node, planted_here: tuple[Option, ...], plain: Known, offered: Sequence[Option]
    ) -> tuple[list[tuple[Known, list[Option]]], list[Option]]:
        """What each mistake that may begin here gives, those that give the same as one branch; and what misses."""
        groups: list[tuple[Known, list[Option]]] = []
        singles: list[tuple[Known, list[Option]]] = []  # those of `groups` that may have equals
        misses: list[Option] = []
        for option in offered:
            planted = in_order((*planted_here, option)) if planted_here else (option,)
            known = self.values.of(node.at, planted, node.env, (*(g[0] for g in node.chosen), option))
            if not known.fits:
                misses.append(option)
                continue
            if not option.single:
                groups.append((known, [option]))
                continue
            if known.equals(plain):
                continue
            equal = next((group for other, group in singles if known.equals(other)), None)
            if equal is not None:
                equal.append(option)
            else:
                groups.append((known, [option]))
                singles.append(groups[-1])
        for _, group in groups:
            group.sort(key=lambda o: (o.generic, o.order))
        return groups, misses

    def at_step(self, node: Node, step: Step) -> tuple[Option, ...]:
        """The mistakes already chosen that change this step."""
        here = [g[0] for g in node.chosen if g[0].changes(step)]
        return in_order(here) if len(here) > 1 else tuple(here)

    def spelled_out(self, node: Node) -> list[Solution]:
        """A finished node with each of its equals."""
        combinations = islice(product(*node.chosen), 64)
        return [Solution(tuple(sorted({p for o in options for p in o.planted})), node.cost) for options in combinations]


def in_order(options: Sequence[Option]) -> tuple[Option, ...]:
    """In the catalogue's order, in which mistakes on one step are applied."""
    return tuple(sorted(options, key=lambda o: o.order))


def seldom_in(chosen: Chosen) -> int:
    """How many of the mistakes are seldom made."""
    return sum(g[0].form[0] in SELDOM for g in chosen)


def printed_losses(evidence: Evidence) -> tuple[float, ...]:
    """What the loss of the first step is where the candidate shows one; it may have left the penalty out of it.

    It is no proof, since the line that prints it is not needed for training: only a hint where to search first.
    """
    shown, case = evidence.arrays.get("loss"), evidence.case
    if shown is None or np.size(shown) != 1 or not np.isfinite(shown).all():
        return ()
    value = float(np.asarray(shown).reshape(()))
    if not case.l2:
        return (value,)
    thetas = [*case.weights] if penalised(case) == ("W",) else [*case.weights, *(case.biases or ())]
    squares = sum(float(np.sum(np.asarray(t, dtype=np.float64) ** 2)) for t in thetas)
    return (value, value + 0.5 * decay(case) * squares)


def least(chosen: Sequence[Sequence[Option]], here: int) -> float:
    """What one more mistake costs at the least: what was planted `here`, at this very step, is not made there again."""
    return SAME_AGAIN if len(chosen) > (here >= 0) else 1.0


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


def unique(solutions: Sequence[Solution]) -> list[Solution]:
    """Each set of mistakes once, at its least cost."""
    best: dict[tuple[Planted, ...], Solution] = {}
    for s in solutions:
        if s.planted not in best or s.cost < best[s.planted].cost:
            best[s.planted] = s
    return list(best.values())


__all__ = [
    "EFFORT",
    "EVERYWHERE",
    "GENERIC",
    "OVERWRITTEN",
    "SAME_AGAIN",
    "Evidence",
    "Solution",
    "peak",
    "search",
    "unseen",
]
