"""`python -m tests.refresh_documents [PAGE ...]`: run every command of README.md and docs/, and rewrite what is shown.

What is shown and still right is left alone, to the last digit. Where parts are left out by a line `...`, the same parts
are left out of the new output: each piece that is shown is looked for by its first and its last line.
"""

import difflib
import os
import sys
import tempfile
from pathlib import Path

for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")

from tests.documents import PAGES, Command, Reader, agree  # noqa: E402

LEFT_OUT = "..."


def main(arguments: list[str]) -> int:
    """0; 1 where a piece that was shown is no more to be found, so that somebody has to look."""
    wanted = [page for page in PAGES if not arguments or page.name in {Path(a).name for a in arguments}]
    return max([refresh(page) for page in wanted], default=0)


def refresh(page: Path) -> int:
    """Rewrite one page."""
    changes: list[tuple[Command, str]] = []
    code = 0
    with tempfile.TemporaryDirectory() as folder:
        for command, printed in Reader(Path(folder)).read(page):
            if agree(command.shown, printed):
                continue
            try:
                changes.append((command, abridged(command.shown, printed)))
            except LookupError as error:
                print(f"{command.block.place}: `{command.text}`: {error}; it prints\n{printed}", file=sys.stderr)
                code = 1
    lines = page.read_text(encoding="utf-8").splitlines()
    for command, new in reversed(changes):
        begin = command.block.line + command.first + 1
        lines[begin : command.block.line + command.end] = new.splitlines()
        print(f"{command.block.place}: `{command.text}` shown anew")
    if changes:
        page.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return code


def abridged(shown: str, printed: str) -> str:
    """The new output with the same parts left out; LookupError where a part that was shown cannot be found again."""
    old, new = shown.splitlines(), printed.splitlines()
    if LEFT_OUT not in old:
        return printed
    out, at = [], 0
    for piece in pieces(old):
        if piece == [LEFT_OUT]:
            out.append(LEFT_OUT)
            continue
        first = nearest(piece[0], new, at)
        at = (nearest(piece[-1], new, first) if len(piece) > 1 else first) + 1
        out += new[first:at]
    return "\n".join(out)


def pieces(lines: list[str]) -> list[list[str]]:
    """Runs of lines, and the marks between them."""
    found: list[list[str]] = []
    for line in lines:
        if line == LEFT_OUT or not found or found[-1] == [LEFT_OUT]:
            found.append([line])
        else:
            found[-1].append(line)
    return found


def nearest(line: str, lines: list[str], start: int) -> int:
    """Where the line most like this one is."""
    shares = [difflib.SequenceMatcher(None, line, other).ratio() for other in lines[start:]]
    if not shares or max(shares) < 0.6:
        raise LookupError(f"no line is like {line!r} any more: write down anew what is to be shown")
    return start + shares.index(max(shares))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
