"""The figures as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from crosscheck.calibrate.candidates import CANDIDATES
from crosscheck.calibrate.counterexample import Counterexample
from crosscheck.calibrate.measure import SIZE_CLASSES
from crosscheck.calibrate.networks import KINDS
from crosscheck.calibrate.tally import SAMPLED, Tally, values
from crosscheck.environment import environment

QUANTITIES = (
    "Z", "A", "output", "loss", "d_output", "dZ", "dA", "dX", "dW", "db", "vW'", "vb'", "W'", "b'",
)  # fmt: skip
DTYPES = ("float64", "float32")
BOUNDS = ("local", "global")
SHARP = {"plain random data": ("random",), "all data": tuple(dict.fromkeys(KINDS))}


def figures(t: Tally, examples: Sequence[Counterexample], command: str) -> str:
    """Everything between the markers."""
    parts = [header(t, command), alarms(t), tightness(t), slack(t), sharpness(t), statistical(t, examples)]
    return "\n\n".join(parts)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; every column but the first is aligned to the right."""
    lines = [" | ".join(head), " | ".join(["---"] + ["--:"] * (len(head) - 1)), *(" | ".join(row) for row in rows)]
    return "\n".join(f"| {line} |" for line in lines)


def short(x: float) -> str:
    """Two significant digits."""
    if not np.isfinite(x):
        return "∞" if x > 0 else "–"
    return f"{x:.2g}" if 0.01 <= abs(x) < 100 or x == 0 else f"{x:.1e}"


def below(x: float) -> str:
    """Three significant digits, rounded down: 0.9996 must not read as 1."""
    if not np.isfinite(x) or x <= 0:
        return short(x)
    unit = 10.0 ** (np.floor(np.log10(x)) - 2)
    return f"{np.floor(x / unit * (1 + 1e-12)) * unit:.3g}"


def percent(part: int, whole: int) -> str:
    """A share; never rounded up to all."""
    if whole == 0:
        return "–"
    share = 100 * part / whole
    return f"{share:.1f} %" if part == whole or share < 99.95 else "99.9 %"


def quantile(v: NDArray[np.float64], q: float) -> float:
    """A quantile of what was sampled; NaN where nothing was."""
    return float(np.quantile(v, q, method="higher")) if v.size else float("nan")


def header(t: Tally, command: str) -> str:
    """What was run, and with what."""
    e = environment()
    versions = ", ".join([e["python"], f"NumPy {e['numpy']} ({e['blas']})", f"torch {e['torch']}", e["platform"]])
    return (
        f"Command: `{command}`. Computed with: {versions}; one thread a process.\n\n"
        f"{t.networks:,} random networks, {t.runs:,} runs of them by the candidates below, {t.arrays.total():,} arrays "
        f"compared. {t.overflowed:,} runs of textbook formulas or of the long way were left out, for they over- or "
        "underflowed."
    )


def alarms(t: Tally) -> str:
    """False alarms by candidate."""
    rows = []
    for name in CANDIDATES:
        found = [sum(t.alarms[bound, name, d] for d in DTYPES) for bound in ("local", "global")]
        rows.append([name, *(f"{t.arrays[name, d]:,}" for d in DTYPES), *map(str, found)])
    total = [sum(t.alarms[bound, n, d] for n in CANDIDATES for d in DTYPES) for bound in ("local", "global")]
    sums = [f"{sum(t.arrays[n, d] for n in CANDIDATES):,}" for d in DTYPES]
    rows.append(["**all**", *sums, *(f"**{n}**" for n in total)])
    head = ["correct candidate", "arrays, float64", "arrays, float32", "false alarms, local", "false alarms, global"]
    return "### False alarms\n\n" + table(head, rows)


def tightness(t: Tally) -> str:
    """What the absence of alarms is worth: arrays judged, and bound ÷ rms."""
    rows = []
    for size, widest in enumerate(SIZE_CLASSES):
        least = SIZE_CLASSES[size - 1] + 1 if size else 1
        for d in DTYPES:
            zero, rest = t.zero[size, d, True], t.zero[size, d, False]
            row = [f"{least} to {widest}, {d}", f"{zero + rest:,}", percent(zero, zero + rest)]
            for bound in BOUNDS:
                yes, no = t.judged[bound, size, d, True], t.judged[bound, size, d, False]
                row += [percent(yes, yes + no), short(quantile(values(t.tightness, bound, size, d), 0.5))]
            rows.append(row)
    measures = ("judged", "bound ÷ rms")
    head = ["widest of layers and batch", "arrays", "all zero", *(f"{m}, {b}" for b in BOUNDS for m in measures)]
    return (
        "### How much was judged\n\nShare of the arrays that are zero throughout and so cannot be judged (dead units, "
        "saturated outputs); share of the arrays that were judged; median of bound ÷ root mean square (over the "
        "elements of an array, then over the arrays).\n\n" + table(head, rows)
    )


def slack(t: Tally) -> str:
    """Worst error ÷ local bound of each array, by quantity."""
    rows = []
    for q in QUANTITIES:
        row = [f"`{q}`"]
        for d in DTYPES:
            v = values(t.ratios, q, d)
            row += [f"{v.size:,}", *(below(quantile(v, p)) for p in (0.5, 0.9, 0.99, 1))]
        rows.append(row)
    head = ["quantity", *(f"{d[0]}{d[-2:]} {h}" for d in DTYPES for h in ("arrays", "median", "90 %", "99 %", "max"))]
    return "### How tight it is\n\nWorst error ÷ local bound of each array; 1 would be an alarm.\n\n" + table(
        head, rows
    )


def sharpness(t: Tally) -> str:
    """The least planted error that is caught, by each test."""
    columns = {f"{label}, {d}": sharpness_column(t, d, kinds) for label, kinds in SHARP.items() for d in DTYPES}
    labels = next(iter(columns.values()))
    rows = [[label, *(column[label] for column in columns.values())] for label in labels]
    return (
        "### How sharp it is\n\nAn error is planted in one random element of every dW and db of the first step. The "
        "least size, as a multiple of the array's root mean square, that is caught in 99 % of the gradients, whatever "
        "its sign:\n\n" + table(["", *columns], rows) + "\n\ns is the least factor for which `assert_close` with s "
        "times its default rtol and atol gives no false alarm on any of these gradients (the candidate against the "
        "float64 reference). Plain random data are signed, of order one, under weights of variance 2/n."
    )


def sharpness_column(t: Tally, dtype: str, kinds: Sequence[str]) -> dict[str, str]:
    """One precision and some kinds of data."""
    local, either, allowed, error, worst = (
        np.concatenate([values(t.planted, name, dtype, kind) for kind in kinds]) for name in SAMPLED
    )
    scale = quantile(worst, 1)
    by_bound, by_default = quantile(either, 0.99), quantile(allowed + error, 0.99)
    # "error" is what the candidate is off there already: a planted error of the other sign must first undo it
    by_scaled = quantile(scale * allowed + error, 0.99)
    return {
        "gradients": f"{local.size:,}",
        "derived bound, local": short(quantile(local, 0.99)),
        "**derived bound, local or global**": f"**{short(by_bound)}**",
        "`assert_close`, defaults": short(by_default),
        "... gradients on which it gives a false alarm": f"{int(np.count_nonzero(worst > 1)):,}",
        "s": short(scale),
        "`assert_close`, s × defaults": short(by_scaled),
        "**defaults ÷ derived bound**": short(by_default / by_bound),
        "**s × defaults ÷ derived bound**": short(by_scaled / by_bound),
        "median, derived bound": short(quantile(either, 0.5)),
        "median, `assert_close`, defaults": short(quantile(allowed + error, 0.5)),
        "median, `assert_close`, s × defaults": short(quantile(scale * allowed + error, 0.5)),
    }


def statistical(t: Tally, examples: Sequence[Counterexample]) -> str:
    """√k in place of k."""
    rows = [
        [str(x.k), f"{x.random_terms:.1f}", f"{x.equal_terms:.1f}", f"{np.sqrt(x.k):.1f}", str(x.k)] for x in examples
    ]
    sums = table(["terms k", "random terms", "equal terms", "√k", "k"], rows)
    kinds = [[kind, *(part for d in DTYPES for part in statistical_cells(t, kind, d))] for kind in dict.fromkeys(KINDS)]
    head = ["data", *(f"{d[0]}{d[-2:]} {h}" for d in DTYPES for h in ("arrays", "false alarms"))]
    first = (
        "### Why no statistical bound decides\n\nThe worst error of a float32 sum of k terms between ½ and 1, added "
        "one after the other, in units of u Σ|term|:"
    )
    second = "The networks above with sequential sums, judged by the local bound with √k in place of k:"
    return "\n\n".join([first, sums, second, table(head, kinds)])


def statistical_cells(t: Tally, kind: str, dtype: str) -> list[str]:
    """Arrays, and alarms among them."""
    alarms_, rest = t.statistical[kind, dtype, True], t.statistical[kind, dtype, False]
    return [f"{alarms_ + rest:,}", f"{alarms_:,}"]
