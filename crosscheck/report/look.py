"""How a report is written: lines of styled pieces, for a width, with signs of mathematics or in ASCII alone.

The text is made once, here, for a terminal, a file, a pytest failure and a CI log; colours are put on at the very end,
by `crosscheck.report.screen`, from the names of the styles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap
from typing import TypeAlias

# the styles: a piece of a line has one of these names, "" for none
GOOD, BAD, DOUBT, STRONG, MUTED = "good", "bad", "doubt", "strong", "muted"
STYLE = {"agrees": GOOD, "agrees up to a factor": DOUBT, "differs": BAD, "not judged": DOUBT}
Piece: TypeAlias = tuple[str, str]  # text, and the name of its style
Line: TypeAlias = tuple[Piece, ...]

WIDTH = 80
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋ᵢⱼₖₘₙₜ", "0123456789+-ijkmnt", strict=True))
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀⁿ", "0123456789+-Tn", strict=True))
SIGNS = {
    "−": "-", "–": "-", "·": "*", "×": "x", "÷": "/", "∘": "*", "′": "'", "≤": "<=", "≥": ">=", "≠": "!=", "√": "sqrt ",
    "Σ": "sum", "δ": "delta", "η": "eta", "λ": "lambda", "μ": "mu", "θ": "theta", "σ": "sigma", "ŷ": "yhat", "½": "1/2",
    "‖": "|", "±": "+-", "∞": "inf", "α": "alpha", "π": "pi", "ε": "eps", "τ": "tau", "→": "->", "…": "...",
    "Δ": "delta",
    "←": "<-", "∂": "d", "∇": "grad ", "‴": "'''", "⅔": "2/3", "“": '"', "”": '"',
}  # fmt: skip
_INDEX = re.compile(f"[{''.join(SUBSCRIPTS)}]+|[{''.join(SUPERSCRIPTS)}]+")


@dataclass(frozen=True)
class Look:
    """For whom a report is written.

    Attributes:
        width: columns; nothing but what must not be broken (a case's id) is wider.
        signs: whether the reader's screen has Zᵢ and →; else it is Z_i and ->.
        verbose: everything, instead of what can be read at a glance.
    """

    width: int = WIDTH
    signs: bool = False
    verbose: bool = False

    def text(self, words: str) -> str:
        """As this screen can show it; what would move a terminal's cursor is spelt out."""
        shown = words if self.signs else in_ascii(words)
        return shown if shown.isprintable() else "".join(c if c.isprintable() else escaped(c) for c in shown)


def in_ascii(words: str) -> str:
    """Our own signs in ASCII: Aᵢ₋₁ Wᵢᵀ is A_(i-1) W_i^T. What is not ours (a file's name) stays as it is."""
    return words if words.isascii() else "".join(SIGNS.get(c, c) for c in _INDEX.sub(spelt, words))


def spelt(index: re.Match[str]) -> str:
    """A run of raised or lowered letters."""
    mark, letters = ("_", SUBSCRIPTS) if index[0][0] in SUBSCRIPTS else ("^", SUPERSCRIPTS)
    plain = "".join(letters[c] for c in index[0])
    return f"{mark}{plain}" if len(plain) == 1 else f"{mark}({plain})"


def escaped(character: str) -> str:
    """As in a Python string."""
    return character.encode("unicode_escape").decode()


def line(look: Look, words: str, style: str = "") -> Line:
    """One line, however long."""
    return ((look.text(words), style),)


def as_it_is(text: str, look: Look) -> list[Line]:
    """Text that is laid out already, line by line."""
    return [line(look, row) for row in text.expandtabs().splitlines()]


def paragraph(look: Look, words: str, head: str = "", style: str = "", head_style: str = STRONG) -> list[Line]:
    """Wrapped, and indented from the second line on; the head, which it begins with, stands out."""
    whole = look.text(" ".join(f"{head} {words}".split()))
    start = len(look.text(head))
    lines = wrap(whole, look.width, subsequent_indent="  ", break_on_hyphens=False)
    if not head or not lines:
        return [((text, style),) for text in lines]
    return [((lines[0][:start], head_style), (lines[0][start:], style)), *(((text, style),) for text in lines[1:])]


def plain(lines: Iterable[Line]) -> str:
    """The text alone, without spaces at the ends of lines."""
    return "\n".join("".join(text for text, _ in pieces).rstrip() for pieces in lines)
