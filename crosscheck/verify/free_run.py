"""Running free: each network goes its own way with the same batches; how far they drift apart, and how far they may.

The bound on the drift is carried from step to step: the parameters are balls around PyTorch's, and the ball of a step's
new parameters is what the next step starts from. It grows with every step. Once it exceeds 1e-3 of what training has
changed in the parameters so far (root mean square of W - W_start, array by array), it proves nothing more. It is then
started afresh, from the drift seen one step before: two numbers are known, so their distance is, element by element.
This is as rigorous; it says that from there on the networks part no faster than rounding makes them.

PyTorch runs once more, with the samples of each batch in another order. Its drift has to keep within the same bound,
which judges the bound; and it is what the layouts' drift is measured by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import RandomState

from crosscheck.ball import Ball, Rounding, rounding
from crosscheck.bounds import global_balls
from crosscheck.case import Case
from crosscheck.compare import run_reference
from crosscheck.judge import VACUOUS, rms
from crosscheck.record import Record
from crosscheck.steps import Step, plan
from crosscheck.verify.digits import Array, Digits
from crosscheck.verify.own import Layout
from crosscheck.verify.runners import PARAMETERS, Runner, TorchRunner, runner

PERMUTED = "PyTorch permuted"


@dataclass(frozen=True)
class Moment:
    """The drift after one step.

    Attributes:
        step: from 1.
        drift: network -> largest |θ - θ_PyTorch| ÷ largest |θ_PyTorch|, over all parameters θ.
        bound: the largest radius, in the same unit.
        ratio: the worst |θ - θ_PyTorch| ÷ its own bound, element by element, over all networks.
        worst: the network and the element where that is, canonical.
        since: the step after which the bound was started; 0 where it is carried from the start.
        judged: whether the bound can tell anything.
        losses: network -> the loss of the step's batch before its update.
    """

    step: int
    drift: Mapping[str, float]
    bound: float
    ratio: float
    worst: str
    since: int
    judged: bool
    losses: Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Networks:
    """PyTorch, and those that are held against it."""

    torch: TorchRunner
    layouts: tuple[Runner, ...]
    permuted: TorchRunner

    @property
    def others(self) -> tuple[Runner, ...]:
        """All but PyTorch itself."""
        return (*self.layouts, self.permuted)


def networks(problem: Digits, layouts: Sequence[Layout]) -> Networks:
    """All of them at the start."""
    return Networks(
        TorchRunner("PyTorch", problem),
        tuple(runner(layout, problem) for layout in layouts),
        TorchRunner(PERMUTED, problem),
    )


def free_run(problem: Digits, nets: Networks, seed: int) -> Iterator[Moment]:
    """Train all networks, and say after every step how far they are apart."""
    r = rounding(problem.dtype, centre=problem.dtype)
    random = RandomState(seed)
    start = nets.torch.parameters()
    radii = {p: np.zeros(start[p].shape) for p in PARAMETERS}
    since = 0
    for k, rows in enumerate(problem.batches, 1):
        case = nets.torch.case(rows)
        truth = run_reference(case)
        seen = apart(nets)
        nets.torch.take(truth)
        for net in nets.layouts:
            net.step(rows)
        nets.permuted.step(random.permutation(rows))

        now = nets.torch.parameters()
        signals = {p: rms(now[p].astype(np.float64) - start[p]) for p in PARAMETERS}
        radii = carried(case, truth, radii, r)
        if is_vacuous(radii, signals):
            since = k - 1
            radii = carried(case, truth, seen, r)
        yield moment(k, nets, radii, since, judged=not is_vacuous(radii, signals))


def carried(case: Case, truth: Record, radii: Mapping[str, Array], r: Rounding) -> dict[str, Array]:
    """The radii of the parameters after a step, from those before it."""
    before = dict(zip(PARAMETERS, parameters(case), strict=True))
    given = {p: Ball(before[p].astype(np.float64), radii[p], r) for p in PARAMETERS}
    balls = global_balls(case, truth, training_steps(case), r, given)
    return {p: balls[f"{p}'"].radius for p in PARAMETERS}


def parameters(case: Case) -> list[Array]:
    """W1 b1 W2 ... of a Case."""
    assert case.biases is not None
    return [a for pair in zip(case.weights, case.biases, strict=True) for a in pair]


def training_steps(case: Case) -> list[Step]:
    """The steps that the new parameters depend on."""
    return [s for s in plan(case) if s.name not in ("loss", "dX")]


def apart(nets: Networks) -> dict[str, Array]:
    """How far any network's parameters are from PyTorch's, element by element."""
    centre = nets.torch.parameters()
    others = [net.parameters() for net in nets.others]
    # the difference itself is rounded: a part in 1e15
    return {p: np.max([distance(o[p], centre[p]) for o in others], axis=0) * (1 + 1e-9) for p in PARAMETERS}


def distance(a: Array, b: Array) -> Array:
    """|a - b| in double precision."""
    return np.abs(a.astype(np.float64) - b)


def is_vacuous(radii: Mapping[str, Array], signals: Mapping[str, float]) -> bool:
    """Whether the bound of any parameter has become too wide to judge by."""
    return any(not np.max(radii[p]) <= VACUOUS * signals[p] for p in PARAMETERS)


def moment(k: int, nets: Networks, radii: Mapping[str, Array], since: int, judged: bool) -> Moment:
    """The drift of every network at this step, against its bound."""
    centre = nets.torch.parameters()
    unit = max(float(np.max(np.abs(centre[p]))) for p in PARAMETERS)
    drift: dict[str, float] = {}
    ratio, worst = -1.0, ""
    for net in nets.others:
        theirs = net.parameters()
        errors = {p: distance(theirs[p], centre[p]) for p in PARAMETERS}
        # np.max hands a NaN on, where max() would drop it
        drift[net.name] = float(np.max([np.max(e) for e in errors.values()])) / unit
        for p, e in errors.items():
            share = np.where(np.isfinite(e), e / radii[p], np.inf)
            at = np.unravel_index(int(np.argmax(share)), share.shape)
            if float(share[at]) > ratio:
                ratio, worst = float(share[at]), f"{net.name} {p}'[{', '.join(str(int(i)) for i in at)}]"
    bound = max(float(np.max(radii[p])) for p in PARAMETERS) / unit
    losses = {net.name: net.loss for net in (*nets.layouts, nets.torch)}
    return Moment(k, drift, bound, ratio, worst, since, judged, losses)
