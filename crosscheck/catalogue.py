"""The texts of the catalogue: what each mistake is, why people make it, and a hint that leads to it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from crosscheck.errors import UsageError
from crosscheck.vocabulary import Spec, name_and_parameter

FIELDS = ("statement", "is", "should", "is_tex", "should_tex", "why", "hint", "shows_when")
LAYERS, VARIANT = "{layers}: ", " ({variant})"  # left out where there is nothing to put in


@dataclass(frozen=True)
class Text:
    """What is said about one mistake.

    Attributes:
        id: its name in the catalogue.
        statement: one sentence of what is wrong, with placeholders: see `statement`.
        is_: the formula as it is, should: as it should be; in plain text, and in LaTeX.
        why: why people make it.
        hint: 80 to 160 words that lead to the mistake and do not give the line of code away.
        shows_when: the conditions under which it changes a number.
        example: the form of the mistake that the worked example shows; empty for the first that shows.
    """

    id: str
    statement: str
    is_: str
    should: str
    is_tex: str
    should_tex: str
    why: str
    hint: str
    shows_when: str
    example: str = ""


@cache
def texts() -> Mapping[str, Text]:
    """id -> Text, in dataflow order."""
    raw = tomllib.loads((files("crosscheck.data") / "mistakes.toml").read_text(encoding="utf-8"))
    return MappingProxyType({i: read(i, table) for i, table in raw.items()})


def read(mistake_id: str, table: Mapping[str, str]) -> Text:
    """One table of the file; the line breaks of its long texts are spaces."""
    return Text(mistake_id, *(" ".join(table.get(f, "").split()) for f in (*FIELDS, "example")))


def text(mistake_id: str) -> Text:
    """The Text of an id; UsageError, with the nearest id, where there is none."""
    found = texts().get(mistake_id)
    if found is not None:
        return found
    from difflib import get_close_matches

    near = get_close_matches(mistake_id, texts(), n=1, cutoff=0.5)
    hint = f" (did you mean {near[0]}?)" if near else ""
    raise UsageError(f"unknown mistake {mistake_id!r}{hint}: `crosscheck mistakes` lists all {len(texts())}")


def statement(mistake_id: str, layers: Sequence[int] = (), activation: Spec = "", variant: str = "") -> str:
    """One sentence of what is wrong, for a report.

    Args:
        mistake_id: its name in the catalogue.
        layers: where; none for the mistake in general.
        activation: the activation of these layers; empty where they have several.
        variant: the label of the Variant.
    """
    template = text(mistake_id).statement
    if not layers:
        template = template.removeprefix(LAYERS)
    if not variant:
        template = template.replace(VARIANT, "")
    return template.format(layers=in_words(layers), activation=spelled(activation), variant=variant)


def in_words(layers: Sequence[int]) -> str:
    """Layer 1; layers 1 and 2; layers 1, 2 and 3."""
    *most, last = (str(i) for i in layers) if layers else ("",)
    return f"layers {', '.join(most)} and {last}" if most else f"layer {last}"


def spelled(activation: Spec) -> str:
    """An activation in words, with its parameter where one was given."""
    if not activation:
        return "the activation"
    name, parameter = name_and_parameter(activation)
    return name if isinstance(activation, str) else f"{name} {parameter:g}"
