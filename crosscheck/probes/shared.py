"""Parameters that are one array where they should be two: with the reference, between builds, between layers."""

from __future__ import annotations

from itertools import combinations
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck.candidate_code import call, defined_at, guarded
from crosscheck.declaration import declare
from crosscheck.probes.bench import Trial, names, other_parameters, suited
from crosscheck.probes.memory import arrays_of, as_view, moves, overlap
from crosscheck.probes.result import FOUND, NOT_RUN, OK, ProbeResult

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case

Array: TypeAlias = NDArray[Any]


def parameters_shared_with_reference(adapter: Adapter, case: Case) -> ProbeResult:
    """Does writing to one network change the other? By address, by a canary, and by a step."""
    me = "parameters-shared-with-reference"
    if adapter.torch_module is None:
        return ProbeResult(me, NOT_RUN, "the adapter has no torch_module: the reference is the harness's own")
    trial = Trial(adapter, suited(adapter, case), declare(adapter))
    with guarded():
        trial.build()
        module = call("torch_module", 0, adapter.torch_module, trial.net)
        theirs = module_arrays(module)
        before = {name: a.copy() for name, a in theirs.items()}
        trial.step(1, trial.case.x, trial.case.y)
        moved = [name for name, a in theirs.items() if not np.array_equal(a, before[name])]
        mine = views(trial.raw()) | dict(arrays_of(trial.net))
        by_address = [(m, t) for m, a in mine.items() for t, b in theirs.items() if overlap(a, b)]
        by_canary = canaries(trial, theirs)
    pairs = named_once([*by_canary, *by_address])
    evidence = {"pairs": [list(p) for p in pairs], "moved_by_a_step": moved, "parameters": list(theirs)}
    if not pairs:
        text = f"{len(theirs)} parameters of the module, none of them in the network's memory"
        return ProbeResult(me, OK, text, evidence=evidence)
    text = (
        f"{names(f'{m} of the network and {t} of the module' for m, t in pairs[:3])} are the same memory: "
        "updating one moves the other, and comparing them compares an array with itself"
    )
    return ProbeResult(me, FOUND, text, defined_at(adapter.build or call), evidence)


def named_once(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Each of the module's arrays with the first name that the network has for it: those that read shows come first."""
    first: dict[str, str] = {}
    for mine, theirs in pairs:
        first.setdefault(theirs, mine)
    return [(mine, theirs) for theirs, mine in first.items()]


def module_arrays(module: Any) -> dict[str, Array]:
    """Parameters and buffers of an nn.Module, as views of their memory."""
    named = [*module.named_parameters(), *module.named_buffers()]
    found = {name: as_view(tensor) for name, tensor in named}
    return {name: a for name, a in found.items() if a is not None and a.size}


def views(raw: dict[str, Any]) -> dict[str, Array]:
    """Parameters that read shows, as views, under the names that the report uses."""
    found = {name.removesuffix("'"): as_view(value) for name, value in raw.items() if name[0] in "Wb"}
    return {name: a for name, a in found.items() if a is not None}


def canaries(trial: Trial, theirs: dict[str, Array]) -> list[tuple[str, str]]:
    """Write to each parameter of the module: what does the network show now? For those who show copies."""
    found = []
    for t, array in theirs.items():
        if not array.flags.writeable:
            continue
        kept, before = array.copy(), copies(trial.raw())
        try:
            array[...] = kept + 1
            after = copies(trial.raw())
        finally:
            array[...] = kept
        found += [(m, t) for m, a in before.items() if m in after and not np.array_equal(a, after[m])]
    return found


def copies(raw: dict[str, Any]) -> dict[str, Array]:
    """Parameters that read shows, copied."""
    return {name: a.copy() for name, a in views(raw).items()}


def parameters_shared(adapter: Adapter, case: Case) -> ProbeResult:
    """Two layers, or two builds, with one array; neurons that are one object."""
    me = "parameters-shared"
    d, case = declare(adapter), suited(adapter, case)
    with guarded():
        first = Trial(adapter, case, d)
        first.build()
        if first.kept.one_object:
            return ProbeResult(
                me, FOUND, first.kept.one_object, defined_at(adapter.build or call), {"one_object": True}
            )
        mine = parameter_arrays(first)
        between_builds, why_not = other_build(adapter, first, mine)
        alone = Trial(adapter, case, d)  # the second build may have changed the first
        alone.build()
        alone.step(1, case.x, case.y)
        between_layers = within(alone)
    evidence = {"layers": [list(p) for p in between_layers], "builds": [list(p) for p in between_builds]}
    if between_layers:
        a, b = between_layers[0]
        text = f"{a} and {b} are the same memory: what is written to one is written to the other"
    elif between_builds:
        a, b = between_builds[0]
        text = f"two networks built one after the other share {a} ({b} in the second): the second changes the first"
    else:
        text = f"no two layers share an array{why_not or ', nor do two builds'}"
        return ProbeResult(me, OK, text, evidence=evidence)
    return ProbeResult(me, FOUND, text, defined_at(adapter.build or call), evidence)


def parameter_arrays(trial: Trial) -> dict[str, Array]:
    """The arrays of a fresh build that are, or hold, the parameters handed over."""
    assert trial.handed is not None
    handed = [*trial.handed.weights, *trial.handed.biases]
    return {path: a for path, a in arrays_of(trial.net) if any(holds(a, h) for h in handed)}


def holds(a: Array, handed: Array) -> bool:
    """Whether an array is the handed one, a view of it, a copy or a transposed copy."""
    if overlap(a, handed):
        return True
    if a.size != handed.size or a.size < 2:
        return False
    return np.array_equal(a.ravel(), handed.ravel()) or np.array_equal(a.T.ravel(), handed.ravel())


def other_build(adapter: Adapter, first: Trial, mine: dict[str, Array]) -> tuple[list[tuple[str, str]], str]:
    """Pairs of arrays, of the first build and of a second one; or why that was not looked for."""
    if isinstance(first.net, ModuleType):
        return [], "; the network is a module, of which there is one"
    second = Trial(adapter, other_parameters(first.case), declare(adapter))
    second.build()
    if second.net is first.net:
        return [], "; every build returns the same object, so that there is only one network"
    if not mine:
        return [], "; where the network keeps its parameters could not be seen"
    theirs = dict(arrays_of(second.net))
    return [
        (m, t) for m, a in mine.items() for t, b in theirs.items() if overlap(a, b) and moves(a, b) is not False
    ], ""


def within(trial: Trial) -> list[tuple[str, str]]:
    """Pairs of parameters and gradients of one network that overlap, by address and by a canary."""
    shown = {name: as_view(v) for name, v in trial.raw().items() if name.startswith(("W", "b", "dW", "db"))}
    arrays = {name.removesuffix("'"): a for name, a in shown.items() if a is not None}
    pairs = combinations(arrays.items(), 2)
    return [(m, t) for (m, a), (t, b) in pairs if overlap(a, b) and moves(a, b) is not False]
