"""Networks that the harness had never seen: what it made of them at the first try, and what it makes of them now.

python never_seen.py         run all of them, one line each, and the totals
python never_seen.py d01 r only those whose name begins so
python never_seen.py table the table of all rounds in docs/adapters.md
"""

from __future__ import annotations

import ast
import contextlib
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscheck.report.report import Report

HERE = Path(__file__).parent
ROUNDS = (  # the folders of each, one a writer
    "d e f g", "r s t u", "v w x y", "a b c z", "h i j k", "l m n o", "p q 2 3", "4 5 6 7", "8 9 aa ab", "ac ad ae af",
    "ag ah ap aq", "ai aj ak al", "am an ao ar", "as at au av", "aw ax ay az",
)  # fmt: skip


@dataclass(frozen=True)
class Result:
    """A verdict, and the ids of the causes named first."""

    verdict: str
    causes: tuple[str, ...]


@dataclass(frozen=True)
class Network:
    """One network of the trial: what its author knows of it, and what the harness said at the first try.

    `named` is False where what is said now is another thing than the cause.
    """

    name: str
    right: bool
    mistakes: tuple[str, ...]
    first: Result
    now: Result
    named: bool = True

    def verdict_is_right(self, result: Result) -> bool:
        """Whether a verdict is the truth."""
        return (result.verdict == "agrees") == self.right

    @property
    def folder(self) -> str:
        """Where it stands: those of one writer."""
        return self.name[:-2]

    @property
    def lines(self) -> int:
        """Of its adapter, and what stands beside it, without imports, `class`, blank lines, comments and docstrings."""
        text = (HERE / self.folder / f"adapter_{self.name[-2:]}.py").read_text(encoding="utf-8")
        tree = ast.parse(text)
        nodes = [tree, *(node for node in ast.walk(tree) if isinstance(node, ast.ClassDef | ast.FunctionDef))]
        left_out = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        left_out += [n.body[0] for n in nodes if n.body and ast.get_docstring(n) is not None]
        numbers = {i for n in left_out for i in range(n.lineno, (n.end_lineno or n.lineno) + 1)}
        numbers |= {node.lineno for node in tree.body if isinstance(node, ast.ClassDef)}
        lines = text.splitlines()
        return sum(bool(line.split("#")[0].strip()) for i, line in enumerate(lines, 1) if i not in numbers)


def networks() -> list[Network]:
    """All of them, in order."""
    rows = tomllib.loads((HERE / "trial.toml").read_text(encoding="utf-8"))["network"]
    return [
        Network(
            row["name"],
            row["right"],
            tuple(row["mistakes"]),
            result(row["first"]),
            result(row.get("now", row["first"])),
            row.get("named", True),
        )
        for row in rows
    ]


def result(row: dict[str, object]) -> Result:
    """As it stands in the file."""
    causes = row["causes"]
    assert isinstance(causes, list)
    return Result(str(row["verdict"]), tuple(causes))


@contextlib.contextmanager
def beside(name: str) -> Iterator[Path]:
    """In the network's folder, from which adapters import and read; its modules are forgotten afterwards.

    Some set PyTorch's default dtype, or its grad mode, when they are imported: those are put back.
    """
    import torch

    settings = torch.get_default_dtype(), torch.is_grad_enabled()
    folder = HERE / name[:-2]
    sys.path.insert(0, str(folder))
    try:
        with contextlib.chdir(folder):
            yield folder
    finally:
        torch.set_default_dtype(settings[0])
        torch.set_grad_enabled(settings[1])
        sys.path.remove(str(folder))
        for module in [m for m in sys.modules if m.startswith(("net_", "adapter_"))]:
            del sys.modules[module]


def report_on(name: str) -> Report:
    """What the harness says of it, in full."""
    import crosscheck

    with beside(name):
        return crosscheck.check(import_module(f"adapter_{name[-2:]}").Mine)


def checked(network: Network) -> Result:
    """What the harness says of it."""
    report = report_on(network.name)
    causes = [str(d["id"]) for e in report.explanations[:1] for d in e["defects"]]
    found = [str(p["id"]) for p in report.probes if p["status"] == "found"]
    apart = [f for f in found if causes and f == "rows-shuffled-apart"]  # beside what is explained
    return Result(report.verdict, tuple([*causes, *apart] or found))


@dataclass(frozen=True)
class Counts:
    """How many networks there are, and how they fared; a cause is named where all are, and nothing else."""

    networks: int
    wrong: int
    verdicts: int
    named: int
    alarms: int

    @property
    def right(self) -> int:
        """How many networks have no mistake."""
        return self.networks - self.wrong


def counts(found: Sequence[tuple[Network, Result]]) -> Counts:
    """Verdicts that are right, causes named first, false alarms."""
    wrong = [(n, r) for n, r in found if not n.right]
    return Counts(
        networks=len(found),
        wrong=len(wrong),
        verdicts=sum(n.verdict_is_right(r) for n, r in found),
        named=sum(bool(r.causes) and named_rightly(n, r) for n, r in wrong),
        alarms=sum(n.right and not n.verdict_is_right(r) for n, r in found),
    )


def totals(found: Sequence[tuple[Network, Result]]) -> str:
    """The same in a sentence."""
    c = counts(found)
    return (
        f"{c.networks} networks, {c.right} right and {c.wrong} wrong: the verdict was right for {c.verdicts}, the "
        f"cause was named first for {c.named} of the {c.wrong} wrong ones, false alarms: {c.alarms}"
    )


def first_tries(folders: str) -> tuple[Counts, list[int]]:
    """Of the networks in these folders: what came out at the first try, and the lines of their adapters."""
    of = [n for n in networks() if n.folder in folders.split()]
    return counts([(n, n.first) for n in of]), [n.lines for n in of]


def table() -> str:
    """How they fared in each round at the first try, in Markdown."""
    head = "| round | networks | verdict right | cause named first | false alarms | adapter lines: median, longest |"
    return "\n".join([head, "|" + "---|" * 6, *(row(i, folders) for i, folders in enumerate(ROUNDS, 1))])


def row(number: int, folders: str) -> str:
    """One round."""
    c, lines = first_tries(folders)
    cells = (
        f"{number} (`{folders}`)", str(c.networks), str(c.verdicts), f"{c.named} of {c.wrong}",
        f"{c.alarms} of {c.right}", f"{median(lines):g}, {max(lines)}",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def lately(rounds: int = 3, longest: int = 10) -> str:
    """What came out in the last rounds together, in a sentence."""
    c, lines = first_tries(" ".join(ROUNDS[-rounds:]))
    return (
        f"In the last {rounds} rounds together, the verdict was right for {c.verdicts} of {c.networks}, the cause was "
        f"named first for {c.named} of {c.wrong} ({c.named / c.wrong:.0%}), {c.alarms} of {c.right} right ones were "
        f"called wrong, and {sum(n > longest for n in lines)} of {c.networks} adapters had more than {longest} lines."
    )


def named_rightly(network: Network, r: Result) -> bool:
    """Whether the causes are those that its author knows of: what is said now has been looked at, one by one."""
    return network.named and set(r.causes) == set(network.now.causes)


def main(names: Sequence[str]) -> int:
    """0 where everything is as trial.toml says."""
    if list(names) == ["table"]:
        print(table())
        return 0
    chosen = [n for n in networks() if not names or n.name.startswith(tuple(names))]
    found = []
    for n in chosen:
        r = checked(n)
        found.append((n, r))
        print(
            f"{n.name}  {r.verdict:10} {' + '.join(r.causes):60} {'' if r == n.now else '  expected otherwise'}",
            flush=True,
        )
    print(f"\nat the first try: {totals([(n, n.first) for n in chosen])}")
    print(f"now: {totals(found)}")
    print(
        f"lines of an adapter: {min(n.lines for n in chosen)} to {max(n.lines for n in chosen)}, "
        f"the median {median(n.lines for n in chosen):g}"
    )
    return 0 if all(r == n.now for n, r in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
