"""Who may import whom (docs/architecture.md), and what must not be imported to answer `--help`."""

import ast
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ALLOWED = {
    "manual_mlp": {"manual_mlp", "numpy"},
    "reference": {"reference", "numpy", "torch"},
}
HEAVY = ["torch", "matplotlib"]
HELP = """
from crosscheck.cli import main
try:
    main(["--help"])
except SystemExit as end:
    assert not end.code, end.code
"""
HELP_SECONDS = 0.3


def imported(source: str) -> Iterator[tuple[int, str]]:
    """Line and top-level name of every import in the source, however deep it stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.lineno, (node.module or "").partition(".")[0]
        elif isinstance(node, ast.Call) and node.args and _callee(node) in {"import_module", "__import__"}:
            # A name computed at run time cannot be judged here, so it is not allowed either.
            yield node.lineno, _spelled_out(node.args[0]).partition(".")[0]


def _spelled_out(name: ast.expr) -> str:
    literal = isinstance(name, ast.Constant) and isinstance(name.value, str)
    return str(ast.literal_eval(name)) if literal else ast.unparse(name)


def _callee(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def forbidden_imports(folder: Path, allowed: set[str]) -> list[str]:
    """`file:line name` for everything that is neither allowed nor of the standard library."""
    return [
        f"{path.relative_to(folder)}:{line} {name}"
        for path in sorted(folder.rglob("*.py"))
        for line, name in imported(path.read_text(encoding="utf-8"))
        if name not in allowed and name not in sys.stdlib_module_names
    ]


def loaded_by(code: str, names: list[str]) -> list[str]:
    """Which of these modules a fresh interpreter has loaded after running the code."""
    ending = f"\nimport json, sys\nprint('\\n' + json.dumps([n for n in {names!r} if n in sys.modules]))"
    loaded: list[str] = json.loads(_run(code + ending).splitlines()[-1])
    return loaded


def seconds(code: str, tries: int = 5) -> float:
    """The least time that a whole process takes, its start included; the first one warms the disk."""
    taken = []
    for _ in range(1 + tries):
        start = time.perf_counter()
        _run(code)
        taken.append(time.perf_counter() - start)
    return min(taken[1:])


def _run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_imports_only_what_it_may(package):
    assert list((ROOT / package).rglob("*.py")), f"{package} has no source: nothing was scanned"
    assert forbidden_imports(ROOT / package, ALLOWED[package]) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("import torch", "torch"),
        ("import torch.nn.functional as F", "torch"),
        ("from reference import run", "reference"),
        ("from crosscheck.case import Case", "crosscheck"),
        ("def f():\n    import torch", "torch"),
        ("if TYPE_CHECKING:\n    from reference import run", "reference"),
        ("import importlib\nimportlib.import_module('torch.nn')", "torch"),
        ("__import__('torch')", "torch"),
        ("from importlib import import_module\nimport_module('tor' + 'ch')", "'tor' + 'ch'"),
    ],
)
def test_the_scan_finds_a_planted_import(tmp_path, line, name):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "planted.py").write_text(f"import numpy\n{line}\n")
    found = forbidden_imports(tmp_path, ALLOWED["manual_mlp"])
    assert len(found) == 1
    assert found[0].startswith("deep/planted.py:")
    assert found[0].endswith(f" {name}")


def test_the_scan_passes_what_is_allowed(tmp_path):
    (tmp_path / "fine.py").write_text(
        "import math\nimport numpy as np\nfrom . import sgd\nfrom manual_mlp import losses\n"
    )
    assert forbidden_imports(tmp_path, ALLOWED["manual_mlp"]) == []


def test_manual_mlp_loads_no_torch():
    every_module = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((ROOT / "manual_mlp").rglob("*.py"))
    ]
    assert loaded_by(f"import {', '.join(every_module)}", ["torch", "reference", "crosscheck"]) == []


def test_reference_loads_neither_of_the_others():
    assert loaded_by("import reference", ["manual_mlp", "crosscheck"]) == []


def test_importing_crosscheck_loads_nothing_heavy():
    assert loaded_by("import crosscheck", HEAVY) == []


def test_help_loads_nothing_heavy():
    assert loaded_by(HELP, HEAVY) == []


@pytest.mark.parametrize("name", HEAVY)
def test_a_loaded_module_is_noticed(name):
    assert loaded_by(f"import {name}", HEAVY) == [name]


def test_help_answers_at_once():
    assert seconds(HELP) < HELP_SECONDS


def test_a_slow_answer_is_noticed():
    assert seconds(f"import time\ntime.sleep({HELP_SECONDS})", tries=1) >= HELP_SECONDS
