"""Pictures of the HTML report for the documents: python -m website.screenshots, or make screenshots.

Two pages are made, of a network with a mistake and of `crosscheck verify`, and shown in headless Chromium.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from crosscheck.cli import main as crosscheck

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
COLOURS = 160  # of a picture: text, washes and scales need no more, and it is a quarter of the size


@dataclass(frozen=True)
class Shot:
    """One picture.

    Attributes:
        name: of the file.
        page: "check" or "verify".
        scheme: "light" or "dark".
        size: of the window, pixels.
        clip: the CSS selector of the part that is shown; the window as it opens where it is empty.
    """

    name: str
    page: str
    scheme: str
    size: tuple[int, int]
    clip: str = ""


SHOTS = (
    Shot("report-light", "check", "light", (1280, 1000)),
    Shot("report-dark", "check", "dark", (1280, 1000)),
    Shot("report-dataflow", "check", "light", (1280, 1000), ".flow"),
    Shot("report-narrow", "check", "dark", (400, 900)),
    Shot("report-training", "verify", "light", (1280, 1000), ".training"),
)
ARGUMENTS_OF = {
    "check": ["check", "examples/dictionaries.py:OtherDerivative", "-q", "--html"],
    "verify": ["verify", "--quick", "-q", "--html"],
}


@contextmanager
def browser() -> Iterator[Browser]:
    """Headless Chromium; SystemExit where there is none."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        sys.exit("no Chromium on this machine: apt-get install chromium")
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=found, args=ARGUMENTS)
        try:
            yield chromium
        finally:
            chromium.close()


def taken(chromium: Browser, shot: Shot, page: Path, target: Path) -> None:
    """One picture, with a palette of its own."""
    width, height = shot.size
    scheme: dict[str, str] = {"color_scheme": shot.scheme}
    tab = chromium.new_page(viewport={"width": width, "height": height}, **scheme)  # type: ignore[arg-type]
    tab.goto(page.as_uri())
    if shot.clip:
        tab.locator(shot.clip).first.screenshot(path=target)
    else:
        tab.screenshot(path=target)
    tab.close()
    with Image.open(target) as image:
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)


def main() -> None:
    """Make the pages, and every picture of them."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, browser() as chromium:
        pages = {name: Path(folder) / f"{name}.html" for name in ARGUMENTS_OF}
        for name, arguments in ARGUMENTS_OF.items():
            crosscheck([*arguments, str(pages[name])])
        for shot in SHOTS:
            taken(chromium, shot, pages[shot.page], IMAGES / f"{shot.name}.png")


if __name__ == "__main__":
    main()
