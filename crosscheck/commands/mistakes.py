"""`crosscheck mistakes`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from textwrap import fill
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.ball import Array
from crosscheck.trace import label

if TYPE_CHECKING:
    from crosscheck.worked_example import Example

WIDTH = 80
FAMILIES = {
    "forward": "on the way forward",
    "output": "the error at the output",
    "hidden": "on the way back through the layers",
    "parameters": "the gradients of weights and biases",
    "regulariser": "regularisation",
    "update": "the update",
    "state": "what is kept, shared or shown",
}


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("id", metavar="ID", nargs="?", help="the mistake to explain; without it, all are listed")


def run(args: Namespace) -> int:
    """List the catalogue, or explain one mistake."""
    from crosscheck.report.look import as_it_is
    from crosscheck.report.screen import look_of, show

    show(as_it_is(explained(args.id) if args.id else listed(), look_of(sys.stdout)))
    return 0


def listed() -> str:
    """Every id with its statement, grouped by the part of the training step that it is about."""
    from crosscheck.catalogue import statement, texts

    lines = [f"{len(texts())} mistakes; `crosscheck mistakes ID` explains one, with a worked example"]
    for family, title in FAMILIES.items():
        lines += ["", title]
        for i in texts():
            if family_of(i) == family:
                lines += [f"  {i}", paragraph(sentence(statement(i)), "      ")]
    return "\n".join(lines)


def family_of(mistake_id: str) -> str:
    """The family of a mistake; what only a probe can see is a matter of state."""
    from crosscheck.defects import by_id

    defect = by_id().get(mistake_id)
    return defect.family if defect else "state"


def explained(mistake_id: str) -> str:
    """What is wrong, the formulas, why, when, a hint, and a worked example; UsageError for an unknown id."""
    from crosscheck.catalogue import statement, text
    from crosscheck.worked_example import example

    t = text(mistake_id)
    lines = [mistake_id, "", paragraph(sentence(statement(mistake_id))), ""]
    lines += [paragraph(t.is_, hanging="  is      "), paragraph(t.should, hanging="  should  ")]
    lines += ["  (as in PyTorch: samples are rows, and W is (n_out, n_in))", ""]
    for title, what in (("Why people make it", t.why), ("When it shows", t.shows_when), ("Hint", t.hint)):
        lines += [paragraph(f"{title}: {what}"), ""]
    found = example(mistake_id)
    lines += worked(found) if found else ["No worked example: it is found by a probe, not by a formula."]
    return "\n".join(lines)


def worked(e: Example) -> list[str]:
    """The example: what is given, the inputs of the first array that differs, and the array as it should be and is."""
    title = f"Worked example: {network(e)}; the mistake is made in layer {e.planted.layer}"
    lines = [paragraph(title + (f" ({e.planted.label})." if e.planted.label else ".")), ""]
    lines += [row(name, numbers(a, 6)) for name, a in e.given.items()]
    step = f" (@{e.case.steps} is step {e.case.steps}, a prime means after the update)" if "@" in e.name else ""
    lines += ["", paragraph(f"The first array that differs is {e.name}{step}, computed from"), ""]
    lines += [row(name, numbers(a, 6)) for name, a in e.inputs.items()]
    right, mistaken = numbers(e.right, 6), numbers(e.mistaken, 6)
    if right == mistaken:
        right, mistaken = numbers(e.right, 17), numbers(e.mistaken, 17)
    return [*lines, "", row("right", f"{e.name} = {right}"), row("mistaken", f"{e.name} = {mistaken}")]


def network(e: Example) -> str:
    """The case in words."""
    c = e.case
    parts = [f"sizes {'-'.join(map(str, c.sizes))}", ", ".join(label(s) for s in c.activations), c.loss]
    parts += [f"{c.n_samples} sample{'s' if c.n_samples > 1 else ''}", f"learning rate {c.lr:g}"]
    parts += [f"L2 term {c.l2:g}"] if c.l2 else []
    parts += [f"{'Nesterov ' if c.nesterov else ''}momentum {c.momentum:g}"] if c.momentum else []
    parts += [f"{c.steps} steps"] if c.steps > 1 else []
    return ", ".join(parts)


def row(name: str, what: str) -> str:
    """A name and its numbers."""
    return f"  {name:10}{what}"


def numbers(a: Array, digits: int) -> str:
    """An array on one line: [[0.5, -1]]."""
    if a.ndim == 0:
        return f"{float(a) + 0.0:.{digits}g}"  # + 0.0: no -0
    return "[" + ", ".join(numbers(np.asarray(x), digits) for x in a) + "]"


def paragraph(text: str, indent: str = "", hanging: str = "") -> str:
    """Wrapped at the width of a terminal; after `hanging`, the lines below begin where the text began."""
    return fill(
        text, WIDTH, initial_indent=hanging or indent, subsequent_indent=" " * len(hanging or indent),
        break_on_hyphens=False, break_long_words=False,
    )  # fmt: skip


def sentence(text: str) -> str:
    """With a capital letter."""
    return text[0].upper() + text[1:]
