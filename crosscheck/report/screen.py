"""Lines on a stream: in colour on a terminal alone, with signs only where the encoding has them, in one piece."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from crosscheck.report.look import BAD, DOUBT, GOOD, MUTED, STRONG, WIDTH, Line, Look, plain
from crosscheck.stopped import whole

if TYPE_CHECKING:
    from rich.console import Console

COLOURS = {GOOD: "bold green", BAD: "bold red", DOUBT: "bold yellow", STRONG: "bold", MUTED: "dim"}
WIDEST = 120  # longer lines are hard to read
ALL_SIGNS = "Zᵢ₋₁ Wᵢᵀ ∘ ŷ Σₙ η′ → ─ ↑"


def console_of(stream: TextIO, quiet: bool = False) -> Console:
    """rich decides on colours: NO_COLOR, FORCE_COLOR, TERM and whether this is a terminal; a closed pipe is ours."""
    from rich.console import Console

    class Ours(Console):
        def on_broken_pipe(self) -> None:
            """Not a silent exit code 1, which would say `differs`."""
            raise BrokenPipeError

    return Ours(file=stream, quiet=quiet, highlight=False, soft_wrap=True, markup=False, emoji=False)


def look_of(stream: TextIO, verbose: bool = False) -> Look:
    """80 columns, more on a wider terminal; signs where they can be encoded."""
    width = WIDTH
    if stream.isatty():
        width = min(max(console_of(stream).width, WIDTH), WIDEST)
    return Look(width, can_carry(stream, ALL_SIGNS), verbose)


def can_carry(stream: TextIO, text: str) -> bool:
    """Whether a stream's encoding has every character."""
    try:
        text.encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def show(lines: Sequence[Line], stream: TextIO | None = None) -> None:
    """Write them in one piece, so that whoever stops us has all of it or nothing.

    Raises:
        BrokenPipeError: nobody reads on.
    """
    out = sys.stdout if stream is None else stream
    console = console_of(out)
    text = coloured(lines, console) if console.color_system or console.is_terminal else plain(lines)
    if not can_carry(out, text):  # a file's name, or what an exception says: not ours to choose
        text = text.encode(out.encoding, "backslashreplace").decode(out.encoding)
    with whole():
        out.write(text + "\n")
        out.flush()


def coloured(lines: Sequence[Line], console: Console) -> str:
    """With the terminal's own codes."""
    from rich.text import Text

    with console.capture() as captured:
        for pieces in lines:
            console.print(Text.assemble(*((text, COLOURS.get(style, "")) for text, style in pieces)))
    return captured.get().rstrip("\n")
