"""The figures in words and tables, in Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from crosscheck.causes import AT_ZERO, GUARD
from crosscheck.defects import CATALOGUE
from crosscheck.mutants.candidate import VISIBILITIES
from crosscheck.mutants.classes import groups, largest
from crosscheck.mutants.cost import Cost
from crosscheck.mutants.intervals import at_most, wilson
from crosscheck.mutants.naming import EQUAL, EXACT, FALSE, INVISIBLE, MASK, UNKNOWN, Outcome
from crosscheck.mutants.networks import NETWORKS
from crosscheck.mutants.work import Measured

CONVENTIONS = (AT_ZERO, GUARD)  # a side of a kink, a guard against log 0: reported as a remark, and no difference


def percent(hits: int, n: int) -> str:
    """A share with its 95 % interval."""
    low, high = wilson(hits, n)
    return f"{100 * hits / n:.2f} % ({100 * low:.1f} to {100 * high:.1f})" if n else "none tried"


def named_table(title: str, outcomes: Sequence[Outcome]) -> list[str]:
    """How each visibility fares."""
    lines = [
        f"| {title} | planted | shows nothing | caught | named | by its very id | an equal | mask | unknown | false |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for v in (*VISIBILITIES, "together"):
        mine = [o for o in outcomes if v in (o.visibility, "together")]
        showing = [o for o in mine if o.kind != INVISIBLE]
        kinds, n = Counter(o.kind for o in showing), len(showing)
        judged = [o for o in showing if not is_convention(o)]
        caught = percent(sum(o.caught for o in judged), len(judged))
        named = percent(sum(o.named for o in showing), n)
        lines.append(
            f"| {v} | {len(mine)} | {len(mine) - n} | {caught} | {named} | {kinds[EXACT]} | {kinds[EQUAL]} |"
            f" {kinds[MASK]} | {kinds[UNKNOWN]} | {kinds[FALSE]} |"
        )
    return lines


def is_convention(o: Outcome) -> bool:
    """Whether nothing but a convention was planted, or can be seen: it masks what it stands beside."""
    starts = tuple(f"{name} " for name in CONVENTIONS)
    seen = all(part.startswith(starts) for part in o.said.split(" + ")) and o.kind == MASK
    return seen or all(m.id in CONVENTIONS for m in o.mutations)


def failures(outcomes: Iterable[Outcome], limit: int = 12) -> list[str]:
    """What is not caught, false or unknown, with an example."""
    lines = []
    wrong = [o for o in outcomes if o.kind == FALSE or (o.kind != INVISIBLE and not o.caught and not is_convention(o))]
    unknown = [o for o in outcomes if o.kind == UNKNOWN]
    for o in [*wrong, *unknown][: limit if not wrong else len(wrong) + limit]:
        planted = " + ".join(map(str, o.mutations))
        said = f", said: {o.said}" if o.said else ""
        missed = "" if o.caught else ", not caught"
        lines.append(f"- {o.kind}{missed}: {planted}; {NETWORKS[o.network].name}, {o.visibility}{said}")
    return lines


def classes_part(m: Measured) -> list[str]:
    """What cannot be told apart."""
    lines = []
    for v in VISIBILITIES:
        mine = [c for c in m.classes if c.visibility == v]
        told = sum(len(c.members) == 1 for c in mine)
        members = sum(len(c.members) for c in mine)
        lines.append(
            f"- {v}: {members} mistakes in {len(mine)} classes, {told} of them alone; at most {largest(mine)} ids share"
            f" their numbers, {len(groups(mine))} different groups"
        )
    lines.append(
        f"- told apart by cases of other sizes, depths and steps, and not by the standard ones: {len(m.separable)}"
        " (limits of clipped gradients aside, which the probe looks for)"
    )
    return lines + [f"  - {pair}" for pair in m.separable[:10]]


def others_part(m: Measured) -> list[str]:
    """The same mistakes under other checks."""
    full = [o for o in m.singles if o.visibility == "full" and o.kind != INVISIBLE]
    ours = sum(o.caught or o.named for o in full)
    named = percent(sum(o.named for o in full), len(full))
    lines = ["| check | caught | correct networks called wrong | names the mistake |", "|---|---|---|---|"]
    lines.append(f"| crosscheck | {percent(ours, len(full))} | {m.right.differs} of {m.right.runs} | {named} |")
    for name, (caught, alarms) in m.others.items():
        lines.append(f"| {name} | {percent(caught, m.n_others)} | {alarms} of {m.n_others_right} | no |")
    return lines


def source_part(m: Measured) -> list[str]:
    """The edited lines."""
    head = "edited lines | tried | caught | in the catalogue: named | unknown | false | not in it: unknown | false"
    lines = [f"| {head} |", "|---|---|---|---|---|---|---|---|"]
    for v in VISIBILITIES:
        mine = [o for o in m.source if o.visibility == v]
        inside, outside = [o for o in mine if o.expected is not None], [o for o in mine if o.expected is None]
        a, b = Counter(o.kind for o in inside), Counter(o.kind for o in outside)
        lines.append(
            f"| {v} | {len(mine)} | {sum(o.caught for o in mine)} | {a[EXACT] + a[EQUAL]} of {len(inside)} |"
            f" {a[UNKNOWN]} | {a[FALSE]} | {b[UNKNOWN]} of {len(outside)} | {b[FALSE]} |"
        )
    false = [o for o in m.source if o.kind == FALSE]
    missed = [o for o in m.source if not o.caught]
    lines += [""] * bool(false or missed)
    lines += [f"- called something else: {o.id} ({o.visibility}): {o.said}" for o in false]
    return lines + [f"- not caught: {o.id} ({o.visibility})" for o in missed]


def cost_part(costs: Sequence[Cost]) -> list[str]:
    """Seconds by depth and number of mistakes."""
    lines = ["| layers | forms in the catalogue | 1 mistake | 2 | 3 | worst |", "|---|---|---|---|---|---|"]
    for n in sorted({c.n_layers for c in costs}):
        mine = [c for c in costs if c.n_layers == n]
        means = [float(np.mean([c.seconds for c in mine if c.n_mistakes == k])) for k in (1, 2, 3)]
        unnamed = sum(not c.named for c in mine)
        note = f" ({unnamed} of {len(mine)} not named)" if unnamed else ""
        lines.append(
            f"| {n} | {mine[0].n_options} | " + " | ".join(f"{s:.2f} s" for s in means)
            + f" | {max(c.seconds for c in mine):.2f} s{note} |"
        )  # fmt: skip
    return lines


def figures(m: Measured, costs: Sequence[Cost], command: str) -> str:
    """Everything."""
    seconds = [o.seconds for o in [*m.singles, *m.pairs] if o.seconds]
    alarms = m.right
    lines = [
        f"By `{command}`: {len(CATALOGUE)} mistakes, {len(m.size.networks)} networks.",
        "",
        *named_table("one mistake", m.singles), "",
        *named_table("two mistakes", m.pairs), "",
        f"A diagnosis took {np.mean(seconds):.2f} s on average, {np.max(seconds):.2f} s at most." if seconds else "",
        "",
        f"Correct networks: {alarms.runs} runs, {alarms.differs} called wrong, {alarms.diagnosed} given a diagnosis"
        + (f" (at most {100 * at_most(alarms.runs):.3f} %, 95 %)" if not alarms.differs and alarms.runs else "")
        + (f"; {100 * alarms.judged / alarms.arrays:.1f} % of their arrays were judged" if alarms.arrays else "") + ".",
        "",
        *source_part(m), "",
        *others_part(m), "",
        "What no run can tell apart:", "",
        *classes_part(m), "",
    ]  # fmt: skip
    if costs:
        lines += ["Seconds for a diagnosis, after imports, in one process:", "", *cost_part(costs), ""]
    bad = failures([*m.singles, *m.pairs])
    if bad:
        lines += ["Not caught, false or unknown, for example:", "", *bad, ""]
    return "\n".join(lines)
