"""Independent judges of the reference: complex step, central differences, long double, the precision ladder."""

from crosscheck.oracles.finding import OUTVOTED, OracleFinding
from crosscheck.oracles.judges import JUDGES, Judge, Question
from crosscheck.oracles.ladder import judge_precision
from crosscheck.oracles.reference import judge_reference
from crosscheck.oracles.vote import Vote, majority

__all__ = [
    "JUDGES", "OUTVOTED", "Judge", "OracleFinding", "Question", "Vote",
    "judge_precision", "judge_reference", "majority",
]  # fmt: skip
