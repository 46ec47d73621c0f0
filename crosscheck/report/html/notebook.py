"""A report in a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from crosscheck.report.html.extra import missing

if TYPE_CHECKING:
    from crosscheck.report.report import Report


def notebook_html(report: Report) -> str:
    """A fragment whose styles reach nothing else; the text as it stands where the libraries for it are not there."""
    if missing():
        return f"<pre>{escape(str(report))}</pre>"
    from crosscheck.report.html.article import article
    from crosscheck.report.html.render import fragment_html

    return fragment_html(article(report, "", kept=None))
