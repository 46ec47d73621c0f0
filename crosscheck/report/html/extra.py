"""What the page needs beyond a plain installation."""

from __future__ import annotations

from importlib.util import find_spec

from crosscheck.errors import UsageError

NEEDED = ("jinja2", "latex2mathml", "matplotlib")


def missing() -> list[str]:
    """The libraries that are not installed."""
    return [name for name in NEEDED if find_spec(name) is None]


def check_extra() -> None:
    """Refuse, before anything is run, where a library is missing; UsageError says what to install."""
    if names := missing():
        raise UsageError(
            f"the HTML report needs {' and '.join(names)}, which {'is' if len(names) == 1 else 'are'} not installed: "
            "pip install 'crosscheck-mlp[html]'"
        )
