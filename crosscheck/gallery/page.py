"""The page: one section a mistake, by family, each with its picture."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.catalogue import statement, texts
from crosscheck.commands.mistakes import FAMILIES, family_of, sentence
from crosscheck.gallery.numbers import Numbers, numbers
from crosscheck.gallery.picture import picture
from crosscheck.gallery.scenes import SCENES, scene
from crosscheck.trace import label

FOLDER = "gallery"
HEAD = """# Gallery of mistakes

<!-- Written by `make gallery` from the catalogue (crosscheck/data/mistakes.toml, crosscheck/mistakes/): edit those. -->

Every mistake that the harness knows by name, {count} of them, in the order in which a training step meets them.
`crosscheck mistakes ID` shows one of them in a terminal, worked out in numbers that can be followed by hand;
[how well they are told apart](mistakes.md) is measured on a page of its own.

Formulas are written as in PyTorch: samples are rows, W is (n_out, n_in), Z = A Wᵀ + b; layers run from 1 to L, A₀ is x,
ŷ is the output (p, where it is a probability), ∘ is the product element by element, c the constant in front of the
loss's sum, η the learning rate, λ the decay, μ the momentum.

**The pictures.** The mistake is made in one layer of a small network with random numbers, mostly 3-4-4-2 with six
samples. The three maps show the first array that comes out wrong: blue is below zero, orange above, and the difference
has a scale of its own. On the right there is a dot for each weight and each bias of the whole network: how far to the
right, what the last step should change it by; how far up, what it changes it by, both in units of the largest right
change in its array. Dots on the line are right. What is far out lies on the edge.
"""


def page() -> str:
    """docs/gallery.md."""
    lines = [HEAD.format(count=len(texts()))]
    for family, title in FAMILIES.items():
        lines += [f"## {sentence(title)}", ""]
        for mistake in texts():
            if family_of(mistake) == family:
                lines += section(mistake)
    return "\n".join(lines).rstrip() + "\n"


def section(mistake: str) -> list[str]:
    """One mistake."""
    t = texts()[mistake]
    n = shown(mistake)
    return [
        f"### `{mistake}`", "", f"**{sentence(statement(mistake))}**", "",
        "| as it is | as it should be |", "|---|---|", f"| {cell(t.is_)} | {cell(t.should)} |", "",
        f"![{alternative(n)}]({FOLDER}/{mistake}.svg)", "",
        f"*The picture: {caption(n)}.*", "",
        f"*Why people make it.* {t.why}", "",
        f"*When it shows.* {t.shows_when}", "",
        f"*Hint.* {t.hint}", "",
    ]  # fmt: skip


def shown(mistake: str) -> Numbers:
    """What the picture is made of."""
    return scene(mistake) if mistake in SCENES else planted(mistake)


def planted(mistake: str) -> Numbers:
    """The mistake in one of the fixed networks; LookupError where it shows in none, so that no page lacks a picture."""
    found = numbers(mistake)
    if found is None:
        raise LookupError(f"{mistake} shows in none of the networks of crosscheck/gallery/numbers.py: add one")
    return found


def alternative(n: Numbers) -> str:
    """The picture in words, for those who do not see it."""
    words = f"{n.name} as it should be, as it is, and the difference"
    return words + ("; the updates, right against wrong" if n.updates else "")


def caption(n: Numbers) -> str:
    """Which network, and where the mistake is made."""
    if n.layer == 0:
        return f"{n.name}; sizes {'-'.join(map(str, n.case.sizes))}"
    c = n.case
    parts = [f"layer {n.layer} of {'-'.join(map(str, c.sizes))}", ", ".join(label(a) for a in c.activations), c.loss]
    parts += [f"{c.n_samples} samples"]
    parts += [f"L2 term {c.l2:g}"] if c.l2 else []
    parts += [f"{'Nesterov ' if c.nesterov else ''}momentum {c.momentum:g}"] if c.momentum else []
    parts += [f"step {c.steps} (@{c.steps})"] if c.steps > 1 else []
    parts += [f"data: {c.inputs}"] if c.inputs != "random" else []
    return f"{n.name}" + f" ({n.variant})" * bool(n.variant) + "; " + ", ".join(parts)


def cell(text: str) -> str:
    """Text that may stand in a table."""
    return text.replace("|", "\\|")


def pictures() -> Mapping[str, str]:
    """File name -> SVG, for every mistake."""
    return {f"{i}.svg": picture(shown(i), f"{i}: {alternative(shown(i))}") for i in texts()}
