"""The page in headless Chromium: clicked, driven by keys, in light and dark, on a narrow screen, without JavaScript."""

import shutil
import time

import pytest

import crosscheck
from tests.pages import CASE, Wrong, layout_article, scaled_case, written, wrong_article

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CHOSEN = ".graph.chosen .panel.chosen"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium")

# The lowest contrast of any text that is shown against what is painted behind it.
LOWEST_CONTRAST = """() => {
  const shades = (c) => { const v = c.match(/[\\d.]+/g).map(Number); return v.length < 4 ? [...v, 1] : v; };
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92
    : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (e) => { for (; e; e = e.parentElement) {
    const c = shades(getComputedStyle(e).backgroundColor); if (c[3] === 1) return c; } return [255, 255, 255, 1]; };
  let lowest = [21, ""];
  for (const e of document.querySelectorAll("body *")) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || !e.checkVisibility() || e.closest("svg, math, .skip")) continue;
    const [a, b] = [light(shades(getComputedStyle(e).color)), light(behind(e))].sort((p, q) => q - p);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < lowest[0]) lowest = [contrast, e.className + ": " + e.textContent.slice(0, 40)];
  }
  return lowest;
}"""


@pytest.fixture(scope="module")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    report = crosscheck.check(Wrong, cases=[CASE])
    return written(tmp_path_factory.mktemp("page"), wrong_article(report))


@pytest.fixture
def opened(browser, file):
    """Opens the page in a fresh context; nothing may go wrong, and nothing may be asked for but the page itself."""
    contexts, wrong, asked = [], [], []

    def open_page(path=file, **settings):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)  # for a machine that is busy
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def name_of(page):
    """The array whose panel is shown."""
    assert page.locator(CHOSEN).count() == 1
    return page.locator(f"{CHOSEN} h4 .mono").inner_text()


def test_clicking_an_array_shows_its_heat_maps(opened):
    page = opened()
    assert name_of(page) == "dZ1"
    page.locator('.graph.chosen .chip[aria-label^="dW2 "]').click()
    assert name_of(page) == "dW2"
    assert page.locator(f"{CHOSEN} img:visible").count() == 1
    assert page.locator(f"{CHOSEN} img:visible").evaluate("i => i.complete && i.naturalWidth") == 3
    assert page.locator('.graph.chosen [aria-current="true"]').count() == 1


def test_tabs_show_the_other_maps_and_are_kept_for_the_next_array(opened):
    page = opened()
    page.locator(f"{CHOSEN} [role=tab]", has_text="difference").click()
    assert page.locator(f"{CHOSEN} img:visible").get_attribute("alt").startswith("dZ1, yours minus PyTorch's")
    page.locator('.graph.chosen .chip[aria-label^="Z1 "]').click()
    assert page.locator(f"{CHOSEN} img:visible").get_attribute("alt").startswith("Z1, yours minus PyTorch's")


def test_the_keyboard_is_enough(opened):
    page = opened()
    page.locator('.graph.chosen .chip[aria-label^="dZ1 "]').focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert name_of(page) == "dW1"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert name_of(page) == "dW2"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.locator(f'{CHOSEN} [role=tab][aria-selected="true"]').focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(f'{CHOSEN} [role=tab][aria-selected="true"]').inner_text() == "yours"
    page.keyboard.press("End")
    assert page.locator(f'{CHOSEN} [role=tab][aria-selected="true"]').inner_text() == "difference"


def test_every_step_has_its_tab_and_a_link_opens_an_array(opened):
    page = opened()
    page.locator("[role=tab]", has_text="step 2 of 2").click()
    assert page.locator(".graph.chosen").get_attribute("data-title") == "step 2 of 2"
    target = page.locator(".graph:not(.chosen) .panel").last.get_attribute("id")
    page.evaluate(f"location.hash = {target!r}")
    page.wait_for_selector(f"#{target}.chosen")
    assert page.locator(".graph.chosen").get_attribute("data-title") == "step 1 of 2"


def test_the_example_can_be_copied(opened):
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    page.locator(".copy").click()
    page.wait_for_function("document.querySelector('.copy').textContent === 'Copied'")
    assert page.evaluate("navigator.clipboard.readText()") == "import numpy as np\nprint(1)"


def test_light_and_dark_follow_the_system_and_the_button(opened):
    page = opened(color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(paper)
    page.locator(".theme").click()
    light = page.evaluate(paper)
    assert light != dark
    page.reload()
    assert page.evaluate(paper) == light
    page.locator(".theme").click()
    assert page.evaluate(paper) == dark


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read(opened, scheme, tmp_path):
    page = opened(color_scheme=scheme)
    contrast, where = page.evaluate(LOWEST_CONTRAST)
    assert contrast >= 4.5, where
    page.screenshot(path=tmp_path / "shot.png")
    assert (tmp_path / "shot.png").stat().st_size > 20_000


def test_formulas_are_drawn_and_nothing_is_wider_than_a_narrow_screen(opened):
    page = opened(viewport={"width": 400, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    heights = page.evaluate("[...document.querySelectorAll('math')].map(m => m.getBoundingClientRect().height)")
    assert len(heights) == 2
    assert min(heights) > 12
    page.locator('.graph.chosen .chip[aria-label^="W2\' "]').click()
    assert page.locator(CHOSEN).evaluate("p => p.getBoundingClientRect().top < innerHeight")


def test_without_javascript_everything_is_shown(opened, file):
    page = opened(java_script_enabled=False)
    n = file.read_text(encoding="utf-8").count('class="panel"')
    assert page.locator(".panel:visible").count() == n
    assert page.locator(".panel img:visible").count() == 4 * n
    assert page.locator("button:visible").count() == 0


def test_a_screen_reader_finds_its_way(opened):
    page = opened()
    assert page.locator("h1").count() == 1
    assert page.locator("img:not([alt]), img[alt='']").count() == 0
    assert page.evaluate("[...document.querySelectorAll('button, a')].every(e => e.textContent.trim())")
    missing = """[...document.querySelectorAll('[aria-labelledby], [aria-controls]')].filter((e) =>
      !document.getElementById(e.getAttribute('aria-labelledby') ?? e.getAttribute('aria-controls'))).length"""
    assert page.evaluate(missing) == 0
    tree = page.locator("main").aria_snapshot()
    assert 'heading "What is wrong" [level=2]' in tree
    assert 'link "dZ1 differs' in tree
    assert 'tab "error ÷ bound" [selected]' in tree


def test_a_deep_and_wide_network_opens_without_delay(opened, tmp_path):
    page_file = written(tmp_path, layout_article(scaled_case((64, 1024, *[32] * 18, 10), 8)))
    started = time.perf_counter()
    page = opened(page_file)
    page.locator(".graph.chosen .chip[data-panel]").last.click()
    assert page.locator(f"{CHOSEN} img:visible").evaluate("i => i.decode().then(() => true)")
    assert time.perf_counter() - started < 10  # under one second on a machine that is not busy
