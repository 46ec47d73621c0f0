"""`python -m crosscheck.gallery --write docs/gallery.md`: the page, and its pictures in the folder beside it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from crosscheck.atomic import write_atomically
from crosscheck.errors import UsageError


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0; 2 where it cannot be written."""
    p = ArgumentParser(
        prog="python -m crosscheck.gallery", description="Every mistake of the catalogue, with pictures."
    )
    p.add_argument(
        "--write", metavar="FILE", help="the page, instead of to the screen; pictures into gallery/ beside it"
    )
    args = p.parse_args(arguments)

    from crosscheck.gallery.page import page

    if args.write is None:
        print(page(), end="")
        return 0
    try:
        write(Path(args.write))
    except (OSError, UsageError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


def write(file: Path) -> None:
    """Page and pictures; pictures of mistakes that are no more are taken away."""
    from crosscheck.gallery.page import FOLDER, page, pictures

    folder = file.parent / FOLDER
    folder.mkdir(exist_ok=True)
    drawn = pictures()
    for name, svg in drawn.items():
        write_atomically(folder / name, svg.encode())
    for old in set(folder.glob("*.svg")) - {folder / name for name in drawn}:
        old.unlink()
    write_atomically(file, page().encode())


if __name__ == "__main__":
    sys.exit(main())
