"""The command line. Nothing heavy is imported until a verb is known: `crosscheck --help` answers at once."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn, TextIO

from crosscheck.errors import UsageError
from crosscheck.stopped import Stopped, stoppable
from crosscheck.threads import limit_threads

# verb: (module with add_arguments(parser) and run(args) -> exit code, what it does)
VERBS = {
    "check": ("crosscheck.commands.check", "check a network of your own, plugged in by an adapter"),
    "new": ("crosscheck.commands.new", "write an adapter to fill in"),
    "verify": ("crosscheck.verify.command", "check the hand-written network against PyTorch on real data"),
    "trace": ("crosscheck.commands.trace", "print every shape of a case, layer by layer, in both layouts"),
    "replay": ("crosscheck.commands.replay", "rebuild a case, and judge both layouts on it"),
    "export": ("crosscheck.commands.export", "write a case to an .npz, for a program in any language"),
    "judge": ("crosscheck.commands.judge", "judge the .npz that such a program has written"),
    "mistakes": ("crosscheck.commands.mistakes", "list the known mistakes, or explain one with numbers"),
}
EXIT_CODES = "exit codes: 0 agrees, 1 differs, 2 usage, 3 not judged"
USAGE, INTERRUPTED, BROKEN_PIPE = 2, 130, 141


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage and leaving."""
        raise UsageError(f"{message}; see {self.prog} --help")


class Version(argparse.Action):
    """Looks the version up only when it is asked for: that reads the installed package's metadata."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        """Print it and leave."""
        from crosscheck import __version__

        print(f"crosscheck {__version__}")
        parser.exit()


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb.

    Returns:
        0 agrees (or nothing to judge), 1 differs, 2 usage, 3 not judged; 130 interrupted, 141 nobody reads on,
        143 and 129 ended by SIGTERM and SIGHUP.
    """
    if sys.stdout is None:  # closed by whoever started us, as by `>&-`: the exit code still tells the verdict
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (open as long as the process)
    try:
        spelt_out(sys.stdout)
        with stoppable():
            code = dispatch(sys.argv[1:] if argv is None else list(argv))
            sys.stdout.flush()  # so that a closed pipe is met here, not at exit
        return code
    except SystemExit as end:  # --help and --version
        return int(end.code or 0)
    except BrokenPipeError:
        nowhere(sys.stdout, sys.stderr)
        return BROKEN_PIPE
    except KeyboardInterrupt as end:
        return fail(*(end.words, end.code) if isinstance(end, Stopped) else ("interrupted", INTERRUPTED))
    except MemoryError:
        return fail("not enough memory: use smaller sizes, or fewer samples")
    except (UsageError, OSError) as error:
        return fail(str(error))


def fail(message: str, code: int = USAGE) -> int:
    """One line on stderr."""
    try:
        print("crosscheck: error:", " ".join(message.split()), file=sys.stderr, flush=True)
    except BrokenPipeError:
        nowhere(sys.stderr)
    return code


def spelt_out(stream: object) -> None:
    """Whatever an encoding lacks is shown as its code, rather than ending us: a file may have any name."""
    if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
        stream.reconfigure(errors="backslashreplace")


def nowhere(*streams: TextIO) -> None:
    """What is still to be written to a closed pipe is dropped: Python would complain of it at its end."""
    for stream in streams:
        try:
            stream.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def dispatch(argv: list[str]) -> int:
    """Parse the verb, import it, let it parse the rest."""
    verb, rest = split(argv)
    limit_threads()
    try:
        module: Any = import_module(VERBS[verb][0])
    except ModuleNotFoundError as error:
        if error.name is None or not VERBS[verb][0].startswith(error.name):
            raise
        raise UsageError(f"{verb} is not part of this installation: install crosscheck-mlp again") from error
    parser = Parser(prog=f"crosscheck {verb}", description=sentence(VERBS[verb][1]), epilog=EXIT_CODES)
    module.add_arguments(parser)
    code: int = module.run(parser.parse_args(rest))
    return code


def split(argv: list[str]) -> tuple[str, list[str]]:
    """The verb, and what follows it."""
    listed = "\n".join(f"  {verb:8}  {what}" for verb, (_, what) in VERBS.items())
    parser = Parser(
        prog="crosscheck",
        usage="crosscheck [-h] [--version] VERB ...",
        description="A hand-written network next to PyTorch, every number compared.",
        epilog=f"verbs:\n{listed}\n\n`crosscheck VERB --help` says more.\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=Version, nargs=0, help="print the version and leave")
    parser.add_argument("verb", metavar="VERB", help=argparse.SUPPRESS)
    begins_with_verb = argv and not argv[0].startswith("-")
    verb: str = parser.parse_args(argv[:1] if begins_with_verb else argv or ["--help"]).verb
    if verb not in VERBS:
        parser.error(f"unknown verb {verb!r}: expected one of {', '.join(VERBS)}")
    return verb, argv[1:]


def sentence(text: str) -> str:
    """With a capital letter and a full stop."""
    return f"{text[0].upper()}{text[1:]}."
