"""Whether a notebook shows what its cells give now: words to the letter, numbers as far as rounding lets them.

Another processor adds in another order. The errors of a report then differ, and which element is the worst; its words,
its verdict, its names and its counts do not.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

COMMAND = "make notebooks"
REPORT = re.compile(r"^(AGREES|DIFFERS|NOT JUDGED)\b")
# 0.25, 1e-7, 2.4.6 (a version), and 0, which an error may be here and not there
INEXACT = re.compile(r"(?<![\w.])[-−]?(?:\d+(?:\.\d+)+(?:e[-+]?\d+)?|\d+e[-+]?\d+|0)(?![\w.])")
WORST = re.compile(r"[\w'@]*\[\d+(?:, \d+)*\]|\bloss(?:@\d+)?(?=\s*$)", re.MULTILINE)
NUMBER = re.compile(r"[-−]?\d+(?:\.\d*)?(?:e[-+]?\d+)?")
ROWS = re.compile(r"<tbody>.*?</tbody>", re.DOTALL)
TAG = re.compile(r"<(/?[\w-]+)[^>]*>")


def difference(committed: dict[str, Any], fresh: dict[str, Any]) -> str:
    """The first thing in which two notebooks are not the same, in words; empty where there is none."""
    old, new = committed["cells"], fresh["cells"]
    for number, (a, b) in enumerate(zip(old, new, strict=False), 1):
        if (a["cell_type"], joined(a["source"])) != (b["cell_type"], joined(b["source"])):
            return stale(number, "was written anew", joined(a["source"]), joined(b["source"]))
        one, other = outputs_of(a), outputs_of(b)
        if [kind for kind, _ in one] != [kind for kind, _ in other]:
            return stale(number, "shows something else", str([k for k, _ in one]), str([k for k, _ in other]))
        for (kind, was), (_, now) in zip(one, other, strict=True):
            if not alike(kind, was, now):
                return stale(number, f"shows something else as {kind}", *where_they_part(was, now))
    if len(old) != len(new):
        return stale(min(len(old), len(new)) + 1, "is missing in one", f"{len(old)} cells", f"{len(new)} cells")
    return ""


def stale(number: int, what: str, was: str, now: str) -> str:
    """The message."""
    return (
        f"cell {number} {what}.\n--- in the notebook\n{was}\n--- now\n{now}\n---\n"
        f"If what it shows now is right, rebuild the notebooks: {COMMAND}"
    )


def outputs_of(cell: dict[str, Any]) -> list[tuple[str, str]]:
    """(kind, text) of all that a cell shows; what is printed in pieces is one text."""
    found: list[tuple[str, str]] = []
    for output in cell.get("outputs", []):
        if output["output_type"] == "stream":
            if found and found[-1][0] == output["name"]:
                found[-1] = (output["name"], found[-1][1] + joined(output["text"]))
            else:
                found.append((output["name"], joined(output["text"])))
        elif "data" in output:
            found += sorted((kind, joined(text)) for kind, text in output["data"].items())
        else:
            found.append((output["output_type"], joined(output.get("evalue", ""))))
    # the plain text of a figure is its size in pixels
    return [(kind, "" if text.startswith("<Figure") else text) for kind, text in found]


def alike(kind: str, was: str, now: str) -> bool:
    """Whether two texts say the same; of pictures it is enough that both are there."""
    if kind.startswith("image/"):
        return bool(was) == bool(now)
    if kind == "text/html" or REPORT.match(was):
        return masked(was) == masked(now)
    old, new = words_and_numbers(was), words_and_numbers(now)
    return old[0] == new[0] and all(same_number(a, b) for a, b in zip(old[1], new[1], strict=True))


def masked(text: str) -> str:
    """A report without what rounding decides, line breaks and attributes of tags.

    The rows of its tables are left out: which case is the worst is a matter of rounding too. The plain text has them.
    """
    plain = unescape(TAG.sub(r"<\1>", ROWS.sub("", text)))
    return " ".join(INEXACT.sub("#", WORST.sub("", plain)).split())


def words_and_numbers(text: str) -> tuple[list[str], list[str]]:
    """A text cut at its numbers; a sign belongs to the number."""
    words = [" ".join(part.split()) for part in NUMBER.split(text)]
    return words, NUMBER.findall(text)


def same_number(was: str, now: str) -> bool:
    """Equal to a millionth, or to one in the last place that is printed, or both nothing but rounding."""
    a, b = (float(text.replace("−", "-")) for text in (was, now))
    if not any(sign in was + now for sign in ".e"):
        return a == b
    decimals = min(len(text.partition("e")[0].partition(".")[2]) for text in (was, now))
    unit = 0.0 if "e" in was + now else 1.01 * 10.0**-decimals
    return abs(a - b) <= max(1e-6 * max(abs(a), abs(b)), unit if decimals else 0.0, 1e-9)


def where_they_part(was: str, now: str, around: int = 200) -> tuple[str, str]:
    """The piece of each text in which they begin to differ, rounding left aside."""
    a, b = masked(was), masked(now)
    if a == b:  # numbers alone
        return was, now
    first = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    start = max(first - around, 0)
    return a[start : start + 2 * around], b[start : start + 2 * around]


def joined(text: str | list[str]) -> str:
    """A text of a notebook, which may be a list of lines."""
    return text if isinstance(text, str) else "".join(text)
