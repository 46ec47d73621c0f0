"""The search for mistakes that reproduce a candidate's numbers: best first, layer by layer from the output.

The table of steps is walked in an order in which each parameter's gradient and update come as early as they can. At
every step the formula may stay as it is or have mistakes planted into it; as soon as a quantity is reached that the
candidate shows, whatever does not give its numbers is dropped. What is left after the last step explains all of them.
Since a wrong guess in one layer dies at that layer's dW, three mistakes in three layers cost little more than one.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from itertools import count, islice, product
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Array
from crosscheck.defects import Planted, by_id, options, order_of
from crosscheck.mistakes.site import Site, Variant
from crosscheck.record import Name, parse_name
from crosscheck.steps import Formula, Names, Step, decay, penalised, plan, start

if TYPE_CHECKING:
    from crosscheck.case import Case

Form: TypeAlias = tuple[str, str]  # a mistake's id, and in which form it is made

ORDER = (
    # biases first: fewer mistakes are made there, so that a guess further up is soon held against what is shown
    "pre-activation", "activation", "loss", "upstream", "delta", "bias-gradient", "velocity-b", "update-b",
    "weight-gradient", "velocity-W", "update-W", "propagated",
)  # fmt: skip
COARSE = {"float64": 1e-10, "float32": 1e-3}  # of the signal: far above rounding, far below any mistake
CARRIED = 1e-3  # of the parameters: rounding of the steps before, once multiplied by COARSE
EFFORT = 60_000  # formulas evaluated before a search gives up: about a second and a half
CHEAP = 20  # to pass over as many mistakes takes as long as to evaluate one
MORE = 15_000  # of them to look for equals once an explanation is found
LOSS_RIGHT = 0.75  # what a loss that is as printed is worth, in mistakes; the line that prints it may have its own
SINGLE = 1.25  # everything up to this cost is tried before anything dearer
FACTOR_FOR_ALL = 1.45
DEARER = 100.0
# seldom made, and in many forms: as one of several mistakes they are tried after those that people make every day
SELDOM = {
    "single-precision-inside", "logarithm-kept-off-zero", "ones-at-the-wrong-end", "data-cut-to-integers",
    "parameters-from-wrong-place", "sum-runs-on", "bias-row-sent-down", "velocity-in-integers", "velocity-initial",
    "velocity-rows-aliased", "gradient-packed-in-another-order", "softmax-maximum", "output-activation-twice",
    "parameter-used-twice", "preactivation-overwritten", "preactivation-without-bias",
}  # fmt: skip
LATER = 0.5
PLAUSIBLE = 2.5  # up to this cost an explanation is not doubted for long
SAME_AGAIN = 0.3  # the same mistake at another layer costs less than another mistake
EVERYWHERE = 0.02  # the same mistake at all layers, or all hidden ones, is one mistake
ONE_FOR_ALL = (
    "update-factor",
    "gradient-times-width",
    "parameter-factor",
)  # generic, and one line of a loop over the layers all the same
OVERWRITTEN = "preactivation-overwritten"
GENERIC = 0.2  # what only says what came out of it costs a little more than what says what was done


@dataclass(frozen=True)
class Evidence:
    """What a candidate showed on a Case: canonical names to canonical arrays."""

    case: Case
    arrays: Mapping[str, NDArray[Any]]

    @cached_property
    def shown(self) -> dict[str, Array]:
        """What is shown, in float64; without the loss, whose printed value is a matter of its own."""
        keep: dict[str, Array] = {}
        for text, array in self.arrays.items():
            name: Name = parse_name(text)
            if name.quantity not in ("loss", "d_output") and np.all(np.isfinite(array)):
                keep[text] = np.asarray(array, dtype=np.float64)
        return keep


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
    progress: float = field(compare=False)  # the number of shown quantities explained
    at: int = field(compare=False)
    here: int = field(compare=False)  # the catalogue order of the last mistake planted at this very step, or -1
    plain: bool = field(compare=False)  # whether the next step is done as it stands, or with one more mistake
    env: dict[str, Array] = field(compare=False)
    chosen: tuple[tuple[Option, ...], ...] = field(compare=False)  # each with its equals at that step


@dataclass(frozen=True, eq=False)
class Option:
    """A mistake that may be planted, at one layer or at several at once, and what it changes there."""

    planted: tuple[Planted, ...]
    variants: Mapping[int, Variant]  # by layer
    order: int
    generic: int

    @cached_property
    def form(self) -> Form:
        """Which mistake, in which form, wherever."""
        return self.planted[0].id, self.planted[0].label

    @cached_property
    def alone(self) -> float:
        """Its price where nothing like it is known."""
        return 1.0 + GENERIC * self.generic + EVERYWHERE * (len(self.planted) > 1)

    def price(self, known: Set[Form]) -> float:
        """What it costs as one more mistake: less where it is an old acquaintance, more where it is generic."""
        return SAME_AGAIN if self.form in known else self.alone

    @cached_property
    def single(self) -> bool:
        """Whether it changes one formula of one layer, so that its value there says everything about it."""
        return len(self.variants) == 1 and all(len(v.changes) == 1 for v in self.variants.values())

    def changes(self, step: Step) -> bool:
        """Whether it changes this step's formula."""
        variant = self.variants.get(step.layer)
        return variant is not None and step.step >= variant.from_step and step.kind in variant.changes


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
        self.case, self.shown, self.given = case, evidence.shown, tuple(given)
        self.losses = printed_losses(evidence)
        self.steps = search_order(case, self.shown)
        last = max((i for i, s in enumerate(self.steps) if s.name in self.shown), default=-1)
        self.steps = self.steps[: last + 1]
        self.starting: dict[int, list[Option]] = {}
        self.options: dict[Planted, Option] = {}
        for option in all_options(case, shown=frozenset(self.shown)):
            if len(option.planted) == 1:
                self.options[option.planted[0]] = option
            first = self.beginning(option)
            if first is not None:
                self.starting.setdefault(first, []).append(option)
        self.tie = count()
        self.queue: list[Node] = []
        self.greed = 1.0  # what an explained quantity is worth, in mistakes
        self.done = 0  # how many formulas have been evaluated
        self.passed = 0  # how many mistakes have been passed over as too dear

    def beginning(self, option: Option) -> int | None:
        """The first step, in the order of the search, that an option changes."""
        return next((i for i, s in enumerate(self.steps) if option.changes(s)), None)

    def run(self, effort: int, max_cost: float, slack: float) -> list[Solution]:
        """Best first, until the queue holds only what is too dear; formulas with mistakes in them may overflow."""
        with np.errstate(all="ignore"):
            return self.best_first(effort, max_cost, slack)

    def best_first(self, effort: int, max_cost: float, slack: float) -> list[Solution]:
        """The loop itself."""
        last = turns = effort
        found: list[Solution] = []
        known = tuple((self.options[p],) for p in self.given if p in self.options)
        self.push(Node(0.0, next(self.tie), 0.0, 0, 0, -1, True, dict(start(self.case)), known))
        limit = max_cost
        while self.queue and self.done < last:
            if self.done >= turns and self.greed == 1.0:
                self.cheapest_first()
            node = heapq.heappop(self.queue)
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

    def push(self, node: Node) -> None:
        """Put a node where its turn is."""
        heapq.heappush(self.queue, node)

    def cheapest_first(self) -> None:
        """From now on by cost alone: is there an explanation that is simpler?"""
        self.greed = 0.1
        for node in self.queue:
            node.priority = self.turn(node.cost, node.progress, node.chosen)
        heapq.heapify(self.queue)

    def turn(self, cost: float, progress: float, chosen: tuple[tuple[Option, ...], ...]) -> float:
        """When it comes: by the cost less what it explains, which may be led astray; single mistakes before that."""
        if cost <= SINGLE:
            return cost - self.greed * progress
        return DEARER + cost - self.greed * progress + LATER * sum(g[0].form[0] in SELDOM for g in chosen)

    def expand(self, node: Node, limit: float) -> None:
        """Do the next step as it stands; or, when that is its turn, with each mistake that may begin there."""
        step = self.steps[node.at]
        planted_here = self.at_step(node, step)
        plain = self.value(step, planted_here, node.env)
        if node.plain:
            if step.kind == "bias-gradient" and node.chosen and node.cost <= SINGLE and self.weights_fit(node, step):
                node.progress += 1
            self.accept(node, step, plain, node.cost, node.chosen)
            self.postpone(node, node.chosen, node.cost, -1)
            return
        known = {o.form for g in node.chosen for o in g}
        spent = node.cost - least(node.chosen, node.here)
        groups, misses = self.changed_values(node, step, planted_here, plain, limit + 1e-9 - spent, known)
        for option in misses:
            # not this one alone; perhaps together with another on the very same step
            cost = spent + option.price(known)
            if option.generic < 2 and node.here < 0 and cost + SAME_AGAIN <= limit:
                self.postpone(node, (*node.chosen, (option,)), cost, option.order)
        for value, group in groups:
            cost = spent + (SAME_AGAIN if any(o.form in known for o in group) else group[0].alone)
            if cost > limit + 1e-9:
                continue
            chosen = (*node.chosen, tuple(group))
            self.accept(node, step, value, cost, chosen)
            if group[0].generic < 2:
                # another mistake on the very same step: composed in the catalogue's order
                self.postpone(node, chosen, cost, group[0].order)

    def weights_fit(self, node: Node, step: Step) -> bool:
        """Whether what is shown of this layer's weights, which come after its biases, is as it will be found."""
        names = Names(self.case, step.step)
        of_weights = (names.of("dW", step.layer), names.after("vW", step.layer), names.after("W", step.layer))
        there = [n for n in of_weights if n in self.shown]
        self.done += len(of_weights)
        env = Ahead(node.env, self.by_name, partial(self.formula, planted=[g[0] for g in node.chosen]))
        return bool(there) and all(is_near(self.case, self.by_name[n], self.shown[n], env[n], env) for n in there)

    def postpone(self, node: Node, chosen: tuple[tuple[Option, ...], ...], cost: float, here: int) -> None:
        """Come back to this step with one more mistake, once everything that is cheaper has been tried."""
        if any(o.order > here for o in self.starting.get(node.at, [])):
            cost += least(chosen, here)
            turn = self.turn(cost, node.progress, chosen)
            self.push(Node(turn, next(self.tie), cost, node.progress, node.at, here, False, node.env, chosen))

    def accept(self, node: Node, step: Step, value: Array, cost: float, chosen: tuple[tuple[Option, ...], ...]) -> None:
        """Go on with a value, unless the candidate shows another."""
        shown = self.shown.get(step.name)
        if shown is not None and not is_near(self.case, step, shown, value, node.env):
            return
        env = dict(node.env)
        env[step.name] = value
        progress = node.progress + (shown is not None)
        if step.name == "loss" and any(np.isclose(value, x, rtol=COARSE[self.case.dtype], atol=0) for x in self.losses):
            progress += LOSS_RIGHT
        turn = self.turn(cost, progress, chosen)
        if SINGLE < cost <= FACTOR_FOR_ALL and len(chosen) == 1 and len(chosen[0][0].planted) > 1:
            turn -= DEARER  # a single one, generic, at all layers
        self.push(Node(turn, next(self.tie), cost, progress, node.at + 1, -1, True, env, chosen))

    def changed_values(
        self, node: Node, step: Step, planted_here: list[Option], plain: Array, rest: float, known: Set[Form]
    ) -> tuple[list[tuple[Array, list[Option]]], list[Option]]:
        """What each mistake that may begin here gives, those that give the same as one branch; and what misses.

        What costs more than `rest`, with the forms that are `known`, is passed over.
        """
        groups: list[tuple[Array, list[Option]]] = []
        misses: list[Option] = []
        taken = {p for g in node.chosen for p in g[0].planted}
        shown = self.shown.get(step.name)
        for option in self.starting.get(node.at, []):
            if option.order <= node.here or not taken.isdisjoint(option.planted):
                continue
            if option.price(known) > rest:
                self.passed += 1
                if self.passed % CHEAP == 0:
                    self.done += 1
                continue
            value = self.value(step, sorted([*planted_here, option], key=lambda o: o.order), node.env)
            if shown is not None and not is_near(self.case, step, shown, value, node.env):
                misses.append(option)
                continue
            if option.single and same(value, plain):
                continue
            for other, group in groups:
                if option.single and group[0].single and same(value, other):
                    group.append(option)
                    break
            else:
                groups.append((value, [option]))
        for _, group in groups:
            group.sort(key=lambda o: (o.generic, o.order))
        return groups, misses

    def at_step(self, node: Node, step: Step) -> list[Option]:
        """The mistakes already chosen that change this step."""
        return sorted((g[0] for g in node.chosen if g[0].changes(step)), key=lambda o: o.order)

    def value(self, step: Step, planted: Sequence[Option], env: dict[str, Array]) -> Array:
        """A step's formula, with mistakes planted, on an environment."""
        self.done += 1
        formula = self.formula(step, planted)
        try:
            return np.asarray(formula(env))
        except KeyError:  # it reads what the search comes to later, a velocity of the weights in that of the bias
            return np.asarray(formula(Ahead(env, self.by_name, partial(self.formula, planted=planted))))

    def formula(self, step: Step, planted: Sequence[Option]) -> Formula:
        """A step's formula, with those of these mistakes that change it."""
        formula: Formula = step.formula
        for option in planted:
            if option.changes(step):
                site = Site(self.case, Names(self.case, step.step), step.layer)
                formula = option.variants[step.layer].changes[step.kind](site, formula)
        return formula

    @cached_property
    def by_name(self) -> dict[str, Step]:
        """name -> Step."""
        return {s.name: s for s in plan(self.case)}

    def spelled_out(self, node: Node) -> list[Solution]:
        """A finished node with each of its equals."""
        combinations = islice(product(*node.chosen), 64)
        return [Solution(tuple(sorted({p for o in options for p in o.planted})), node.cost) for options in combinations]


class Ahead(dict[str, Array]):
    """An environment that computes what is not yet there."""

    def __init__(self, env: Mapping[str, Array], steps: Mapping[str, Step], formula: Callable[[Step], Formula]) -> None:
        super().__init__(env)
        self.steps, self.formula = steps, formula

    def __missing__(self, name: str) -> Array:
        if name not in self.steps:
            raise KeyError(name)
        self[name] = np.asarray(self.formula(self.steps[name])(self))
        return self[name]


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


def unseen(planted: Planted, variant: Variant, shown: Set[str]) -> bool:
    """Whether a mistake is nobody's business where an array is not shown.

    Such is what the first layer hands down; and a pre-activation that is overwritten, whose derivative is then taken
    at the activation, as it is said where Z is not seen.
    """
    if planted.layer == 1 and variant.changes.keys() == {"propagated"}:
        return not any(n.startswith("dX") for n in shown)
    return planted.id == OVERWRITTEN and not any(n.split("@")[0] == f"Z{planted.layer}" for n in shown)


def all_options(case: Case, shown: Set[str] | None = None) -> list[Option]:
    """Every mistake at every layer by itself; and at all of them, or all hidden ones, as where the code is one loop.

    Where it is said what is shown, without those that are `unseen`.
    """
    found: dict[tuple[str, str], dict[int, Variant]] = {}
    for layer in range(1, case.n_layers + 1):
        for planted, variant in options(case, layer):
            if shown is not None and unseen(planted, variant, shown):
                continue
            found.setdefault((planted.id, planted.label), {})[layer] = variant
    result: list[Option] = []
    for (name, label), by_layer in found.items():
        hidden = tuple(i for i in by_layer if i < case.n_layers)
        sets: dict[tuple[int, ...], None] = {(i,): None for i in by_layer}
        if by_id()[name].generic < 2 or name in ONE_FOR_ALL:
            sets |= dict.fromkeys(s for s in (hidden, tuple(by_layer)) if len(s) > 1)
        if by_id()[name].everywhere:
            sets = {tuple(by_layer): None}
        for layers in sets:
            planted_there = tuple(Planted(name, i, label) for i in layers)
            variants = {i: by_layer[i] for i in layers}
            result.append(Option(planted_there, variants, order_of(name), by_id()[name].generic))
    return result


@lru_cache(maxsize=256)
def floors(case: Case) -> dict[str, float]:
    """What rounding alone may do to each array: where almost everything cancels, no eighth digit is left."""
    from crosscheck.bounds import global_balls

    with np.errstate(all="ignore"):
        balls = global_balls(case)
        radii = {name: float(np.max(ball.radius, initial=0.0)) for name, ball in balls.items()}
    # at an exact zero either derivative is within the bound: that is no rounding
    share = 1e-10 if case.inputs == "zeros" else 1.0
    sizes = {name: peak(ball.v) for name, ball in balls.items()}
    return {n: min(4 * r, share * sizes[n]) if np.isfinite(r) else 1e-14 * sizes[n] for n, r in radii.items()}


def is_near(case: Case, step: Step, shown: Array, value: Array, env: Mapping[str, Array]) -> bool:
    """Whether a step's value is the candidate's, for all that coarse sieving can tell; an update is measured by itself.

    Args:
        case: the problem.
        step: of its table.
        shown: what the candidate has there.
        value: what the table gives, with or without a mistake.
        env: what the table gave so far, the parameters before the step among it.
    """
    if shown.shape != value.shape:
        return False
    size = peak(value)
    if step.kind.startswith("update"):
        before = env[Names(case, step.step).before(step.kind[-1], step.layer)]
        if before.shape != value.shape:
            return False
        size = max(peak(value - before), peak(shown - before) * 1e-3)
        if step.step > 1:  # what earlier updates were rounded to stays, large where the network went far astray
            size += CARRIED * peak(before)
    allowed = COARSE[case.dtype] * size + floors(case)[step.name]
    if not np.isfinite(allowed):  # an overflow is near to nothing
        return False
    return bool((np.abs(shown - value) <= allowed).all())


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


def peak(a: Array) -> float:
    """The greatest magnitude; NaN where there is one."""
    return float(np.abs(a).max()) if a.size else 0.0


def same(a: Array, b: Array) -> bool:
    """Equal to rounding."""
    if a.shape != b.shape:
        return False
    # one element tells most of them apart, at a tenth of the price
    one, other = a.item(a.size // 2), b.item(a.size // 2)
    if abs(one - other) > 1e-7 * (abs(one) + abs(other)) and max(abs(one), abs(other)) > 1e-3:
        return False
    scale = max(peak(a), peak(b))
    return bool((np.abs(a - b) <= 1e-11 * scale).all())


def unique(solutions: Sequence[Solution]) -> list[Solution]:
    """Each set of mistakes once, at its least cost."""
    best: dict[tuple[Planted, ...], Solution] = {}
    for s in solutions:
        if s.planted not in best or s.cost < best[s.planted].cost:
            best[s.planted] = s
    return list(best.values())
