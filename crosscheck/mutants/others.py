"""What people check a hand-written gradient with today, on the same mistakes: does each of them notice?

Every check gets what it asks for: the mistaken network's own loss as a function of its parameters, the gradients that
it computes, and, for those that hold a network against another, the reference's gradients and updated parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from crosscheck.case import Case
from crosscheck.defects import plan_with
from crosscheck.mutants.mutation import Mutation, planted
from crosscheck.record import Record
from crosscheck.steps import Step, start

Array = NDArray[Any]
FORWARD = ("pre-activation", "activation", "loss")


@dataclass(frozen=True)
class Candidate:
    """A mistaken network as these checks see it: one training step, its parameters free."""

    case: Case
    names: tuple[str, ...]  # W1 b1 W2 ...
    forward_steps: tuple[Step, ...]
    arrays: Mapping[str, Array]

    def loss(self, parameters: Sequence[Array]) -> float:
        """Its own loss, mistakes and all."""
        env: dict[str, Any] = {**start(self.case), **dict(zip(self.names, parameters, strict=True))}
        with np.errstate(all="ignore"):
            for step in self.forward_steps:
                env[step.name] = step.formula(env)
        return float(env["loss"])

    @property
    def parameters(self) -> list[Array]:
        """Where the gradient is taken."""
        given = start(self.case)
        return [np.array(given[n]) for n in self.names]

    @property
    def gradients(self) -> list[Array]:
        """What it says."""
        return [np.asarray(self.arrays[f"d{n}"]) for n in self.names]


def candidate(case: Case, mutations: Sequence[Mutation]) -> Candidate:
    """The network of one case with mistakes in it."""
    steps = plan_with(case, planted(mutations, case))
    env: dict[str, Any] = dict(start(case))
    with np.errstate(all="ignore"):
        for s in steps:
            env[s.name] = s.formula(env)
    names = tuple(n for i in range(1, case.n_layers + 1) for n in (f"W{i}", f"b{i}") if n in start(case))
    first = tuple(s for s in steps if s.step == 1 and s.kind in FORWARD)
    return Candidate(case, names, first, env)


def checks() -> dict[str, Callable[[Candidate, Record], bool]]:
    """Name -> whether it lets the network pass."""
    return {
        "torch.autograd.gradcheck, slow": lambda m, r: gradcheck(m, fast=False),
        "torch.autograd.gradcheck, fast": lambda m, r: gradcheck(m, fast=True),
        "finite differences, CS231n, > 1e-2": lambda m, r: cs231n(m) <= 1e-2,
        "finite differences, CS231n, > 1e-4": lambda m, r: cs231n(m) <= 1e-4,
        "random projection, JAX check_grads": jax_projection,
        "random projection, autograd check_grads": autograd_projection,
        "torch.testing.assert_close, defaults": assert_close,
        "largest difference < 1e-4, course graders": lambda m, r: largest_difference(m, r) < 1e-4,
    }


def gradcheck(m: Candidate, fast: bool) -> bool:
    """The network as a torch.autograd.Function: forward its loss, backward its gradients; every default."""
    import torch

    class Loss(torch.autograd.Function):
        @staticmethod
        def forward(ctx: Any, *parameters: Any) -> Any:
            return torch.tensor(m.loss([p.detach().numpy() for p in parameters]), dtype=torch.float64)

        @staticmethod
        def backward(ctx: Any, *upstream: Any) -> Any:
            return tuple(upstream[0] * torch.from_numpy(np.array(g)) for g in m.gradients)

    parameters = [torch.tensor(p, requires_grad=True) for p in m.parameters]
    apply: Any = Loss.apply
    return bool(torch.autograd.gradcheck(apply, parameters, raise_exception=False, fast_mode=fast))


def cs231n(m: Candidate, h: float = 1e-5) -> float:
    """The greatest |a - n| / max(|a|, |n|) over all parameters, by centred differences, as in the course's notes."""
    worst, parameters = 0.0, m.parameters
    for p, gradient in zip(parameters, m.gradients, strict=True):
        for at in np.ndindex(p.shape):
            kept = p[at]
            p[at] = kept + h
            up = m.loss(parameters)
            p[at] = kept - h
            down = m.loss(parameters)
            p[at] = kept
            numeric, analytic = (up - down) / (2 * h), float(gradient[at])
            largest = max(abs(numeric), abs(analytic))
            if largest > 1e-7:  # below, the difference is rounding: the notes say to look at it by hand
                worst = max(worst, abs(numeric - analytic) / largest)
            if not np.isfinite(numeric):
                return float("inf")
    return worst


def projections(m: Candidate, eps: float) -> tuple[float, float]:
    """The slope along one random direction: by the loss, a step of eps to either side, and by the gradients."""
    stream = RandomState(0)
    v = [stream.standard_normal(p.shape) for p in m.parameters]
    up = m.loss([p + eps * d for p, d in zip(m.parameters, v, strict=True)])
    down = m.loss([p - eps * d for p, d in zip(m.parameters, v, strict=True)])
    exact = sum(float((g * d).sum()) for g, d in zip(m.gradients, v, strict=True))
    return (up - down) / (2 * eps), exact


def jax_projection(m: Candidate, _: Record) -> bool:
    """One direction, steps of 1e-4, 1e-5 absolute and relative: its defaults in double precision."""
    numeric, exact = projections(m, 1e-4)
    return bool(abs(numeric - exact) <= 1e-5 + 1e-5 * abs(exact))


def autograd_projection(m: Candidate, _: Record) -> bool:
    """One direction, 1e-6 from end to end, 1e-6 absolute or relative."""
    numeric, exact = projections(m, 0.5e-6)
    with np.errstate(all="ignore"):
        return bool(abs(numeric - exact) < 1e-6 or abs(numeric - exact) / abs(numeric + exact) < 1e-6)


def held_against(m: Candidate, reference: Record) -> list[tuple[Array, Array]]:
    """Gradients and updated parameters beside the reference's, over every training step."""
    wanted = [n for n in reference if n[:2] in ("dW", "db") or (n[0] in "Wb" and "'" in n)]
    return [(np.asarray(m.arrays[n]), reference[n]) for n in wanted]


def assert_close(m: Candidate, reference: Record) -> bool:
    """rtol 1e-7 and atol 1e-7, which it takes for float64."""
    import torch

    try:
        for mine, right in held_against(m, reference):
            torch.testing.assert_close(torch.from_numpy(np.array(mine)), torch.from_numpy(np.array(right)))
    except AssertionError:
        return False
    return True


def largest_difference(m: Candidate, reference: Record) -> float:
    """max |mine - reference|."""
    return max(float(np.max(np.abs(a - b))) if a.shape == b.shape else np.inf for a, b in held_against(m, reference))


def noticed(case: Case, reference: Record, mutations: Sequence[Mutation]) -> dict[str, bool]:
    """Which of the checks call a mistaken network wrong."""
    m = candidate(case, mutations)
    return {name: not passes(m, reference) for name, passes in checks().items()}
