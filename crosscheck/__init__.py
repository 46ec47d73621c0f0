"""crosscheck: a hand-written network run next to PyTorch, and every number compared under a derived bound.

Names are resolved on first use (PEP 562), so that `import crosscheck` costs nothing and loads no torch.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case
    from crosscheck.check import check
    from crosscheck.collect import assign, collect
    from crosscheck.compare import compare, run_reference
    from crosscheck.conventions import Conventions
    from crosscheck.errors import UsageError
    from crosscheck.finding import Finding, Remark
    from crosscheck.record import Record
    from crosscheck.report.report import Report
    from crosscheck.script import run_script
    from crosscheck.script_adapter import Script

    __version__: str

# In the order in which they are met. At most 16: everything else is reached through them.
_HOME = {
    "Adapter": "crosscheck.adapter",
    "Script": "crosscheck.script_adapter",
    "check": "crosscheck.check",
    "collect": "crosscheck.collect",
    "assign": "crosscheck.collect",
    "run_script": "crosscheck.script",
    "Case": "crosscheck.case",
    "Record": "crosscheck.record",
    "Conventions": "crosscheck.conventions",
    "compare": "crosscheck.compare",
    "run_reference": "crosscheck.compare",
    "Report": "crosscheck.report.report",
    "Finding": "crosscheck.finding",
    "Remark": "crosscheck.finding",
    "UsageError": "crosscheck.errors",
}

__all__ = [  # noqa: RUF022 (in the order in which they are met)
    "Adapter", "Script", "check", "collect", "assign", "run_script", "Case", "Record", "Conventions", "compare",
    "run_reference", "Report", "Finding", "Remark", "UsageError", "__version__",
]  # fmt: skip


class _Package(ModuleType):
    """The package, in which `compare` stays the function although a module has the same name.

    Importing a submodule sets it as an attribute of its package, whoever imports it and whenever: the function would
    be gone as soon as anything imports crosscheck.compare.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if isinstance(value, ModuleType) and _HOME.get(name) == value.__name__:
            value = getattr(value, name)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    """Import a name's home and keep it here, so that the next use is a plain attribute."""
    if name == "__version__":
        from importlib.metadata import version

        value: Any = version("crosscheck-mlp")
    elif name in _HOME:
        value = getattr(import_module(_HOME[name]), name)
    else:
        raise AttributeError(f"module 'crosscheck' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*__all__, *(n for n in globals() if n.startswith("__"))})
