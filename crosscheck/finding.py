"""Finding: one named array judged."""

from __future__ import annotations

from dataclasses import dataclass

AGREES, DIFFERS, NOT_JUDGED = "agrees", "differs", "not judged"


@dataclass(frozen=True)
class Finding:
    """One named array of a candidate, judged.

    Attributes:
        case: the id of the Case.
        name, layer, stage, step: which array; layer is None for loss, output, d_output and dX.
        status: "agrees", "differs" or "not judged".
        follows: it differs from the reference only because of an earlier difference: it is right in itself.
        why: in a few words, where the status is not "agrees".
        n_elements, n_out, n_unjudged, n_nonfinite: how many elements there are, exceed their bound, have a bound too
            wide to judge by, are NaN or infinite where the reference is not.
        index, canonical_index: of the worst element, in the candidate's own orientation and in the canonical form.
        candidate, reference: the two values there.
        expected: what the formula gives there on the candidate's own inputs (the centre of the local bound).
        error, bound, ratio: at the worst element: |candidate - expected| and what was allowed, or, where that holds
            and the array only follows, |candidate - reference| and what was allowed from the data on.
        local_ratio, global_ratio: worst error ÷ bound by either bound; NaN where nothing could be compared.
        global_error, global_bound: |candidate - reference| where it is worst, and what was allowed from the data on;
            NaN where that bound is too wide to judge by.
        global_index: where that is, in the candidate's own orientation.
        signal: the root mean square that the bounds are measured by.
        place: in the candidate's own code, "net.py:12 in step", where a call failed or an input was written to.
    """

    case: str
    name: str
    layer: int | None
    stage: str
    step: int
    status: str
    follows: bool = False
    why: str = ""
    n_elements: int = 0
    n_out: int = 0
    n_unjudged: int = 0
    n_nonfinite: int = 0
    index: tuple[int, ...] | None = None
    canonical_index: tuple[int, ...] | None = None
    candidate: float = float("nan")
    reference: float = float("nan")
    expected: float = float("nan")
    error: float = float("nan")
    bound: float = float("nan")
    ratio: float = float("nan")
    local_ratio: float = float("nan")
    global_ratio: float = float("nan")
    global_error: float = float("nan")
    global_bound: float = float("nan")
    global_index: tuple[int, ...] | None = None
    signal: float = float("nan")
    place: str = ""


@dataclass(frozen=True)
class Remark:
    """Something worth saying that does not change the verdict."""

    kind: str
    text: str
