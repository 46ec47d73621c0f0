"""Execute the notebooks, and write those that show something else now.

python -m examples.notebooks.making [NAME ...]        those whose file contains NAME
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from examples.notebooks.making.difference import difference
from examples.notebooks.making.notebook import built, sources, text_of


def main(names: Sequence[str]) -> int:
    """0, or 2 where there is no such notebook; a notebook that only differs by rounding is left as it is."""
    wanted = [s for s in sources() if not names or any(name in s.stem for name in names)]
    if not wanted:
        print(f"no notebook is called {' '.join(names)}: there are {', '.join(s.stem for s in sources())}")
        return 2
    for source in wanted:
        book, file = built(source), source.with_suffix(".ipynb")
        same = file.is_file() and not difference(json.loads(file.read_text(encoding="utf-8")), book)
        if not same:
            file.write_text(text_of(book), encoding="utf-8")
        print(f"{file.name}  {'as it was' if same else 'written'}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
