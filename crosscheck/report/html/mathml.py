"""LaTeX of the catalogue as MathML, which browsers draw and screen readers read by themselves."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from crosscheck.report.html.model import Formula

if TYPE_CHECKING:
    from markupsafe import Markup


def formula(tex: str, plain: str) -> Formula:
    """Both forms of one formula."""
    return Formula(mathml(tex), plain)


@cache
def mathml(tex: str) -> Markup:
    """A displayed formula. Only LaTeX of our own files comes here: the result is not escaped again."""
    from latex2mathml.converter import convert
    from markupsafe import Markup

    return Markup(convert(tex, display="block"))
