"""Links out of docs/, to code of this project, lead to a page with that code: the site is complete by itself."""

import json
import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

HEAD = "---\nsearch: {exclude: true}\n---\n"
OUTSIDE = re.compile(r"\]\(\.\./([^)#\s]+)\)")  # ](../tests/c_program/mlp.c)
LANGUAGES = {".py": "python", ".c": "c", ".toml": "toml", ".md": "markdown", ".yml": "yaml", ".ipynb": "python"}


def on_files(files: Files, config: MkDocsConfig, **_: object) -> Files:
    """A page for every file, and every folder with its files, that a page links to."""
    root = Path(config.config_file_path).parent
    wanted = {
        target.rstrip("/")
        for file in files.documentation_pages()
        for target in OUTSIDE.findall(Path(file.abs_src_path or "").read_text(encoding="utf-8"))
    }
    wanted |= {
        str(inside.relative_to(root).as_posix())
        for folder in [root / target for target in wanted]
        if folder.is_dir()
        for inside in listed(folder)
    }
    for target in sorted(wanted):
        path = root / target
        if path.is_dir():
            files.append(generated(config, target, folder_page(path, target)))
        elif path.is_file():  # what is neither stays a broken link, which strict mode reports
            files.append(generated(config, target, file_page(path, target)))
    return files


def on_page_markdown(markdown: str, page: Page, files: Files, **_: object) -> str:
    """Links out of docs/ turned to these pages."""

    def inside(found: re.Match[str]) -> str:
        target = page_of(found[1].rstrip("/"))
        here = posixpath.dirname(page.file.src_uri) or "."
        return f"]({posixpath.relpath(target, here)})" if files.get_file_from_path(target) else found[0]

    return OUTSIDE.sub(inside, markdown)


def generated(config: MkDocsConfig, target: str, content: str) -> File:
    """A page that is in no folder; it is reached by links alone, so that it is left out of the navigation."""
    return File.generated(config, page_of(target), content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def page_of(target: str) -> str:
    """Where the page of a file or folder is."""
    return f"source/{target}.md"


def listed(folder: Path) -> list[Path]:
    """The source files right in a folder."""
    return sorted(file for file in folder.iterdir() if file.is_file() and file.suffix in LANGUAGES)


def file_page(path: Path, title: str) -> str:
    """The file as it is; a notebook cell by cell."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        return f"{HEAD}{notebook(text)}\n"
    return f"{HEAD}# {title}\n\n{fenced(text, LANGUAGES.get(path.suffix, 'text'))}\n"


def fenced(text: str, language: str) -> str:
    """A block of code, which may hold fences itself."""
    fence = "`" * max(4, 1 + max(map(len, re.findall(r"`+", text)), default=0))
    return f"{fence}{language}\n{text}\n{fence}"


def notebook(text: str) -> str:
    """The cells of a notebook, and what they put out: text and pictures."""
    parts = []
    for cell in json.loads(text)["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            source = re.sub(r"\]\(([\w-]+\.ipynb)\)", r"](\1.md)", source)
            parts.append(source.replace("<details>", "<details markdown>"))  # else what it hides stays as it is written
        elif cell["cell_type"] == "code":
            parts += [fenced(source, "python"), *map(put_out, cell["outputs"])]
    return "\n\n".join(parts)


def put_out(output: dict[str, Any]) -> str:
    """One output of a cell: a picture, or else its plain text."""
    data = output.get("data", {})
    if "image/png" in data:
        return f'<img alt="what the cell above draws" src="data:image/png;base64,{"".join(data["image/png"].split())}">'
    return fenced("".join(output.get("text", data.get("text/plain", ""))).rstrip(), "text")


def folder_page(path: Path, title: str) -> str:
    """The files in it."""
    links = "\n".join(f"- [{file.name}]({path.name}/{file.name}.md)" for file in listed(path))
    return f"{HEAD}# {title}\n\n{links}\n"
