"""Reports -> one HTML file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosscheck.atomic import write_atomically
from crosscheck.report.html.article import article
from crosscheck.report.html.extra import check_extra
from crosscheck.report.html.model import Article, Page
from crosscheck.report.html.render import page_html

if TYPE_CHECKING:
    from crosscheck.report.report import Report


def save(report: Report, path: str | os.PathLike[str], title: str = "") -> None:
    """One report as a page; UsageError where it cannot be written, or a library is missing."""
    check_extra()
    what = title or (report.cases[0] if len(report.cases) == 1 else f"{len(report.cases)} cases")
    write_page(path, [article(report, what, kept=report.kept)])


def write_page(path: str | os.PathLike[str], articles: Sequence[Article]) -> None:
    """Write the page whole or not at all; UsageError where that cannot be done."""
    write_atomically(path, page_html(Page(title_of(articles), tuple(articles))).encode("utf-8", "backslashreplace"))


def title_of(articles: Sequence[Article]) -> str:
    """For the browser's tab."""
    if len(articles) == 1:
        return f"{articles[0].verdict}: {articles[0].title}"
    return f"{len(articles)} networks checked"
