"""The templates: a page, or a fragment for a notebook."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from crosscheck.report.html.model import Article, Page

if TYPE_CHECKING:
    from jinja2 import Environment


def page_html(page: Page) -> str:
    """The whole file, which asks for nothing from outside."""
    from crosscheck.report.html.colours import gradient, ratio_palette, value_palette

    script = source("page.js")
    return (
        environment()
        .get_template("page.html")
        .render(
            page=page,
            style=source("page.css"),
            script=script,
            script_hash=b64encode(hashlib.sha256(script.encode()).digest()).decode(),
            ratio_gradient=gradient(ratio_palette()),
            value_gradient=gradient(value_palette()),
        )
    )


def fragment_html(article: Article) -> str:
    """A report for a notebook: styles that reach nothing else, no script."""
    return environment().get_template("fragment.html").render(article=article, style=source("fragment.css"))


@cache
def environment() -> Environment:
    """Escapes everything; a name that is not given is an error."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(source), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


@cache
def source(name: str) -> Any:
    """A template, or the style sheet or script that goes into one as it stands."""
    from markupsafe import Markup

    text = (files("crosscheck.report.html") / "templates" / name).read_text(encoding="utf-8")
    return text if name.endswith(".html") else Markup(text)
