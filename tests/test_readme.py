"""The README's code does what the README says."""

import re
from pathlib import Path
from typing import Any

import pytest

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def example() -> str:
    found = re.search(r"<!-- example: right -->\n```python\n(.*?)```", README, re.DOTALL)
    assert found, "the README's example has lost its marker"
    return found[1]


def test_the_example_passes():
    exec(compile(example(), "README.md", "exec"), {})


@pytest.mark.parametrize(
    ("right", "wrong", "named"),
    [
        ("dZ = dA * A[i + 1] * (1 - A[i + 1])", "dZ = dA", ["derivative-missing", "output-derivative-missing"]),
        ("dZ = dA * A[i + 1] * (1 - A[i + 1])", "dZ = dA * (1 - A[i + 1])", ["derivative-formula"]),
        ("dA = A[2] - y", "dA = y - A[2]", ["gradient-sign"]),
    ],
    ids=["derivative", "formula", "sign"],
)
def test_an_edited_example_is_refused_and_named(right, wrong, named):
    source = example()
    assert source.count(right) == 1
    scope: dict[str, Any] = {}
    exec(compile(source.replace(right, wrong).split("report =")[0], "README.md", "exec"), scope)
    import crosscheck

    report = crosscheck.check(scope["Mine"])
    assert not report.passed
    assert any(name in str(report) for name in named)


def test_the_report_shown_is_the_report_given():
    """Weights updated before the error is sent down: the cause and its evidence, all but the last digits."""
    source = example().replace('            dA = dZ @ net["W"][i].T\n', "")
    source = source.replace(
        '            net["W"][i] -= lr * A[i].T @ dZ\n',
        '            net["W"][i] -= lr * A[i].T @ dZ\n            dA = dZ @ net["W"][i].T\n',
    )
    scope: dict[str, Any] = {}
    exec(compile(source.split("report =")[0], "README.md", "exec"), scope)
    import crosscheck

    printed = str(crosscheck.check(scope["Mine"]))
    shown = re.sub(r"^    ", "", README, flags=re.MULTILINE)
    parts = (
        r"  layer   1 .*?\^ mistake\n",
        r"cause: layer 2: the weights.*?\[weights-updated.*?(?=evidence)",
        r"evidence: with that[^(]*",
        r"hint: All gradients.*?been changed\? \.\.\.\n",
    )
    for part in parts:
        found = re.search(part, shown, re.DOTALL)
        assert found
        assert found[0] in printed
