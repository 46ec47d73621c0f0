"""Formulas become MathML while the site is built: no script is fetched or run where it is read."""

import re
from html import unescape

from latex2mathml.converter import convert
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

# What pymdownx.arithmatex leaves behind: \( \) in a line of text, \[ \] on lines of their own.
INLINE = re.compile(r'<span class="arithmatex">\\\((.*?)\\\)</span>', re.DOTALL)
BLOCK = re.compile(r'<div class="arithmatex">\s*\\\[(.*?)\\\]\s*</div>', re.DOTALL)
# What latex2mathml makes of a command that it does not know, or of a column mark outside a matrix.
NOT_UNDERSTOOD = re.compile(r"<m[io]>(\\\w+|&(amp;)?)</m[io]>")


def on_page_content(html: str, page: Page, **_: object) -> str:
    """The page with every formula as MathML."""
    where = page.file.src_path
    html = BLOCK.sub(lambda found: f'<div class="formula">{mathml(found[1], where, "block")}</div>', html)
    return INLINE.sub(lambda found: mathml(found[1], where, "inline"), html)


def mathml(escaped: str, where: str, display: str) -> str:
    """One formula, given as TeX with HTML's own signs escaped; PluginError where TeX uses what MathML does not get."""
    tex = unescape(escaped).strip()
    try:
        found: str = convert(tex, display=display)
    except Exception as error:
        raise PluginError(f"{where}: cannot set {tex!r}: {error!r}") from error
    strange = NOT_UNDERSTOOD.search(found)
    if strange:
        raise PluginError(f"{where}: cannot set {tex!r}: {strange[1]} is not known; write it with other commands")
    return found
