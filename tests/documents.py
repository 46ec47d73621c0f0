"""What stands in README.md and docs/*.md between fences: found, sorted by kind, and run as a reader would run it.

A page is run from top to bottom in one empty folder, with `examples` and `tests` of the project beside it. What the
blocks are:

    ```console         `$ command`, and what it prints; `...` stands for anything, alone in a line for any lines
    ```python          executed, in one namespace a page
    <!-- file: X -->   above a block: it is the file X, which later commands use
    <!-- edit X: OLD => NEW -->  above a block: as the text before it says, X is changed; \\n is the end of a line
    <!-- tested with examples/X.py: VERDICT -->  a recipe, which tests/test_examples.py runs
    ```text, ```math   neither commands nor what they print
"""

import contextlib
import io
import json
import os
import re
import runpy
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
LANGUAGES = ("console", "python", "text", "math")
# Commands that are shown and never run by a test, and why. Nothing else is left out.
NEVER_RUN = {
    "make verify": "installs everything first; tests/test_verify.py runs the job on less, and compares what is shown",
    "source .venv/bin/activate": "changes the shell in which it is typed",
    "make test": "would run this test again",
    "make bench": "20 minutes; tests/test_benchmarks_paired.py runs its parts",
    "make bench-quick": "a minute; tests/test_benchmarks_paired.py runs its parts",
    "make bench-stages": "minutes; tests/test_benchmarks.py runs its parts",
    "python -m benchmarks.tricks --write docs/performance.md": "minutes, and it writes figures",
    "python -m benchmarks.harness_cost --write docs/performance.md": "three minutes, and it writes figures",
    "python tests/data/repair/make.py OUT": "three minutes; tests/test_repair.py makes some of them",
    "python tests/data/repair/judge.py": "a minute; tests/test_repair.py judges some of them",
}
# What another machine may print otherwise in the very same report: time, and the last digits of rounding errors.
NUMBER = r"-?\d+(?:\.\d+)?(?:e[+-]\d+)?"
LOOSE = (
    (re.compile(r"\b\d+(?:\.\d+)? ?s\b"), "<time> s"),
    (
        re.compile(rf"worst error / bound {NUMBER} before,\s+{NUMBER} after"),
        "worst error / bound <a> before, <b> after",
    ),
    # a row of an array that agrees: error, bound, ratio and where it is worst
    (re.compile(rf"^(\S+ +\d+) +{NUMBER} +{NUMBER} +{NUMBER}(?:  \S+(?:, \d+\])?)?$", re.MULTILINE), r"\1 <rounding>"),
    # a row of one that differs: the mistake's size stands, the bound's last digit may not
    (re.compile(rf"(DIFFERS +{NUMBER}) +{NUMBER} +{NUMBER}  "), r"\1 <bound>  "),
    (re.compile(r" +"), " "),
    (re.compile(r"[─-╿]{2,}"), "──"),
)


# The pages show what somebody sees at a terminal. Under CI, pytest does not shorten its lines to the width, and
# Hypothesis and rich have ways of their own; colour may be forced on or off.
ELSEWHERE = ("CI", "BUILD_NUMBER", "GITHUB_ACTIONS", "PYTEST_ADDOPTS", "PY_COLORS", "FORCE_COLOR", "NO_COLOR", "LINES")

COMMENT = re.compile(r"<!--\s*(.*?)\s*-->\s*", re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block.

    Attributes:
        page: where it stands. line: of its first fence, from 1.
        language: what stands behind the fence. text: what is in it. note: the comment just above it, or "".
    """

    page: Path
    line: int
    language: str
    text: str
    note: str

    @property
    def place(self) -> str:
        """For messages."""
        return f"{self.page.name}:{self.line}"


@dataclass(frozen=True)
class Command:
    """A command of a console block, and what is shown below it; lines count from 0 within the block."""

    block: Block
    text: str
    shown: str
    first: int
    end: int


def blocks(page: Path) -> list[Block]:
    """Every fenced block of a page; one that is only indented has the language "indented"."""
    found, note = [], ""
    for token in MarkdownIt().parse(page.read_text(encoding="utf-8")):
        if token.type in ("fence", "code_block"):
            assert token.map is not None
            language = token.info.strip() if token.type == "fence" else "indented"
            found.append(Block(page, token.map[0] + 1, language, token.content, note))
        comment = (
            re.fullmatch(r"<!--\s*(.*?)\s*-->\s*", token.content, re.DOTALL) if token.type == "html_block" else None
        )
        note = comment[1] if comment else ""
    return found


def commands(block: Block) -> Iterator[Command]:
    """What begins with `$ `, up to the next one; a comment behind two spaces belongs to the reader."""
    lines = block.text.splitlines()
    starts = [i for i, line in enumerate(lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        text = re.sub(r"  +#.*", "", lines[start][2:]).strip()
        yield Command(block, text, "\n".join(lines[start + 1 : end]).strip("\n"), start, end)


class Reader:
    """Somebody who goes through a page, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: dict[str, Any] = {"__name__": "__page__"}
        self.code = 0
        for beside in ("examples", "tests"):
            (folder / beside).symlink_to(ROOT / beside)

    def read(self, page: Path) -> Iterator[tuple[Command, str]]:
        """Do what every block asks for; each command with what it printed."""
        for block in blocks(page):
            with self.inside():
                if block.note.startswith("edit "):
                    self.edit(*block.note.removeprefix("edit ").split(": ", 1))
                if block.note.startswith("file: "):
                    Path(block.note.removeprefix("file: ")).write_text(block.text, encoding="utf-8")
                elif block.language == "python" and not block.note.startswith("tested with "):
                    exec(compile("\n" * block.line + block.text, str(page), "exec"), self.names)
            if block.language == "console":
                for command in commands(block):
                    if command.text not in NEVER_RUN:
                        yield command, self.run(command.text)

    def edit(self, name: str, change: str) -> None:
        """Change a file that was written before; AssertionError where the old text is not there once."""
        old, new = (part.replace("\\n", "\n") for part in change.split(" => "))
        source = Path(name).read_text(encoding="utf-8")
        assert source.count(old) == 1, f"{name} has {source.count(old)} times {old!r}"
        Path(name).write_text(source.replace(old, new), encoding="utf-8")

    @contextlib.contextmanager
    def inside(self) -> Iterator[None]:
        """In the folder, its modules importable; afterwards they are forgotten: another page may have that name too."""
        path = [str(self.folder), *sys.path]
        with (
            contextlib.chdir(self.folder),
            mock.patch.object(sys, "path", path),
            mock.patch.dict(os.environ, {"COLUMNS": "80"}),
        ):
            for name in ELSEWHERE:
                os.environ.pop(name, None)  # mock.patch.dict puts it back
            yield
        for name, module in list(sys.modules.items()):
            if str(getattr(module, "__file__", None)).startswith(str(self.folder)):
                del sys.modules[name]

    def run(self, text: str) -> str:
        """What a command prints: its errors only where it is refused."""
        if text == "echo $?":
            return str(self.code)
        words = shlex.split(text)
        out, err = Terminal(), Terminal()
        with self.inside():
            if words[0] in RUN:
                with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                    self.code = RUN[words[0]](words[1:])
            else:
                done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
                self.code = done.returncode
                out.write(done.stdout), err.write(done.stderr)
        return (out.getvalue() + (err.getvalue() if self.code == 2 else "")).strip("\n")


class Terminal(io.TextIOWrapper):
    """What is written to it, by whatever encodes its signs first."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)

    def getvalue(self) -> str:
        """Everything so far."""
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode()


def run_crosscheck(arguments: list[str]) -> int:
    """`crosscheck`, with the worker's side of `check` in this process: starting one takes seconds."""
    from crosscheck.cli import main

    with (
        # No process, hence none to be ended. None has no pid: that of a Mock is 1, and killpg(1) ends everything.
        mock.patch("crosscheck.isolated.start", return_value=None),
        mock.patch("crosscheck.isolated.kill", return_value=None),
        mock.patch("crosscheck.isolated.Said.listen", answer_here),
        # What a candidate does to its process is not looked for: this one is not its own.
        mock.patch("crosscheck.watch.Watch.install", return_value=None),
        mock.patch("crosscheck.watch.note_exit", return_value=None),
        mock.patch.object(sys, "argv", sys.argv),
    ):
        return main(arguments)


def answer_here(said: Any, worker: Any, request: dict[str, Any]) -> None:
    """What crosscheck.worker says, taken as if it came from another process."""
    from types import SimpleNamespace

    from crosscheck.errors import UsageError
    from crosscheck.worker import answer

    def send(**message: Any) -> None:
        said.take(json.dumps(message, allow_nan=False))

    try:
        answer(request, SimpleNamespace(send=send))  # type: ignore[arg-type]
    except UsageError as error:
        send(error=str(error))
    send(done=True)


def run_python(arguments: list[str]) -> int:
    """`python FILE`."""
    with mock.patch.object(sys, "argv", arguments):
        try:
            runpy.run_path(arguments[0], run_name="__main__")
        except SystemExit as end:
            return int(end.code or 0)
    return 0


def run_pytest(arguments: list[str]) -> int:
    """`pytest`, inside this process: torch is loaded already."""
    import pytest

    # crosscheck.pytest_plugin is imported already, which is nothing to warn of.
    quietly = ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    return int(pytest.main(["-p", "no:cacheprovider", "--rootdir=.", "--override-ini=addopts=", *quietly, *arguments]))


def run_cat(arguments: list[str]) -> int:
    """`cat FILE`."""
    print(Path(arguments[0]).read_text(encoding="utf-8"), end="")
    return 0


RUN = {"crosscheck": run_crosscheck, "python": run_python, "pytest": run_pytest, "cat": run_cat}


def agree(shown: str, printed: str) -> bool:
    """Whether a command prints what is shown, but for what `...` and LOOSE leave open."""
    pattern = re.escape(loosened(shown)).replace(r"\.\.\.", "...")
    pattern = re.sub(r"^\.\.\.\n?", r"(?:.*\\n)*", pattern.replace("\\\n", "\n"), flags=re.MULTILINE)
    return re.fullmatch(pattern.replace("...", ".*") + r"\n?", loosened(printed) + "\n") is not None


def loosened(text: str) -> str:
    """Without what may be otherwise on another machine."""
    for pattern, instead in LOOSE:
        text = pattern.sub(instead, text)
    return "\n".join(line.rstrip() for line in text.splitlines())


def complaints(page: Path, folder: Path) -> list[str]:
    """Every command of a page that prints something else than is shown."""
    return [
        f"{c.block.place}: `{c.text}` is shown with\n{c.shown}\nand prints\n{printed}"
        for c, printed in Reader(folder).read(page)
        if not agree(c.shown, printed)
    ]


def shape_of_verify(text: str) -> set[str]:
    """The lines of `crosscheck verify` without their numbers, and without the word that says that little was run."""
    lines = text.replace(", quick)", ")").splitlines()
    return {" ".join(re.sub(rf"(?<![\w'])(?:{NUMBER}(?:,\d+)*%?|-(?= ))", "#", line).split()) for line in lines}


def verify_shown() -> str:
    """What README.md shows of it."""
    of_readme = [c for b in blocks(ROOT / "README.md") if b.language == "console" for c in commands(b)]
    shown = next(c.shown for c in of_readme if c.text == "make verify")
    return "\n".join(line for line in shown.splitlines() if line != "...")
