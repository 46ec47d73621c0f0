"""OracleFinding: what one judge says of one gradient of the reference."""

from __future__ import annotations

from dataclasses import dataclass

OUTVOTED = "outvoted"


@dataclass(frozen=True)
class OracleFinding:
    """One quantity, one judge.

    Attributes:
        case: the id of the Case.
        judge: "complex step", "central differences", "derivation", "long double" or "precision ladder".
        name, step: which quantity: "dW2", "db1", "dX", "loss"; "dW2@3" in step 3.
        status: "agrees", "differs" or "not judged", of the reference (or the candidate); "outvoted" where it is the
            judge itself that the others contradict.
        value, judged: the judge's number and the one that is judged: slopes along a random direction; for the ladder
            the errors in single and in double precision.
        error, tolerance, ratio: how far apart they are, what both together may be off, and the quotient.
        text: one sentence.
    """

    case: str
    judge: str
    name: str
    step: int
    status: str
    value: float
    judged: float
    error: float
    tolerance: float
    ratio: float
    text: str
