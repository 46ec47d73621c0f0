"""The README's example is caught when it is edited; what the README shows is run by tests/test_documents.py."""

from typing import Any

import pytest

from tests.documents import ROOT, blocks


def example() -> str:
    """The adapter that the README shows."""
    return next(b.text for b in blocks(ROOT / "README.md") if b.note == "file: mine.py")


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
    exec(compile(source.replace(right, wrong), "README.md", "exec"), scope)
    import crosscheck

    report = crosscheck.check(scope["Mine"])
    assert not report.passed
    assert any(name in str(report) for name in named)
