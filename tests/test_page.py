"""The HTML report: what is on it, that it is whole, small and alone, and that a picture hides nothing."""

import io
from base64 import b64decode
from html.parser import HTMLParser

import numpy as np
import pytest
from PIL import Image

import crosscheck
from crosscheck.catalogue import texts
from crosscheck.compare import run_reference
from crosscheck.conventions import CANONICAL
from crosscheck.finding import DIFFERS, Finding
from crosscheck.judge_run import judge_run
from crosscheck.kept import as_run, load_kept, save_kept
from crosscheck.pair import LAYOUTS, layout_conventions, run_layout
from crosscheck.record import names_of
from crosscheck.report.from_json import from_dict
from crosscheck.report.html.colours import SHADES, class_of, ratio_indices, value_indices
from crosscheck.report.html.downsample import PIXELS, side_for, worst_of_blocks
from crosscheck.report.html.elements import elements_of
from crosscheck.report.html.graph import graphs_of, judged_elements
from crosscheck.report.html.held import held
from crosscheck.report.html.mathml import mathml
from crosscheck.report.html.model import Article
from crosscheck.report.html.page import write_page
from crosscheck.report.html.training import plots_of
from crosscheck.report.report import Report
from tests.pages import CASE, LIMIT, Wrong, layout_article, scaled_case, written, wrong_article

VOID = {"meta", "img", "wbr", "br", "hr", "link", "input"}


class Whole(HTMLParser):
    """Notes what is not closed, every id, and everything that could be fetched."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.fetched, self.text = [], [], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            if name in ("src", "href", "xlink:href", "action", "srcset", "data") and not value.startswith(
                ("#", "data:")
            ):
                self.fetched.append(value)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, (tag, self.getpos())

    def handle_data(self, data):
        self.text.append(data)


def parsed(html):
    whole = Whole()
    whole.feed(html)
    assert whole.open == []
    return whole


@pytest.fixture(scope="module")
def report():
    return crosscheck.check(Wrong, cases=[CASE])


@pytest.fixture(scope="module")
def made(report):
    return wrong_article(report)


@pytest.fixture(scope="module")
def html(made, tmp_path_factory):
    return written(tmp_path_factory.mktemp("page"), made).read_text(encoding="utf-8")


def test_the_page_is_whole_and_asks_for_nothing(html):
    whole = parsed(html)
    assert whole.fetched == []
    assert len(whole.ids) == len(set(whole.ids))
    assert "url(http" not in html
    assert "default-src 'none'" in html


def test_the_page_says_what_is_wrong_with_its_formulas(made, html):
    assert [c.id for c in made.explanation.causes] == ["derivative-missing"]
    assert html.count("<math") == 2
    assert made.explanation.evidence.startswith("with that mistake planted in the reference, all ")
    assert "Layer 1: the derivative of tanh is missing" in html
    assert made.difference.sentence.startswith("dZ1[")
    assert dict(made.environment)["numpy"] == np.__version__


def test_every_array_is_in_the_dataflow(made):
    chips = [c for g in made.graphs for r in g.rows for lane in (r.forward, r.backward, r.update) for c in lane]
    assert {c.name for c in chips if c.state != "given"} == set(names_of(CASE))
    by_name = {c.name: c for c in chips}
    assert (by_name["dZ1"].state, by_name["dZ1"].mark, by_name["dZ1"].tone) == ("differs", "✗", "r5")
    assert (by_name["Z1"].state, by_name["Z1"].mark) == ("agrees", "✓")
    assert (by_name["dA1"].state, by_name["dA1"].panel) == ("not shown", "")
    assert by_name["W1'"].state == "follows"
    assert [r.flag for r in made.graphs[0].rows] == ["", "the mistake", "", ""]


def test_the_page_begins_with_the_first_difference(made):
    first = {p.id: p.name for p in made.graphs[0].panels}[made.graphs[0].first]
    assert first == "dZ1"
    assert [g.opened for g in made.graphs] == [True, False]
    assert [g.title for g in made.graphs] == ["step 1 of 2", "step 2 of 2"]


def test_the_training_of_both_is_drawn(made):
    loss, drift = made.plots
    assert len(loss.numbers.rows) == 12
    assert loss.numbers.rows[-1][0] == "20"
    assert float(loss.numbers.rows[-1][2]) < float(loss.numbers.rows[0][2])
    assert max(float(row[3]) for row in drift.numbers.rows) > 1e6
    assert "var(--line2)" in drift.svg
    assert "#0102" not in loss.svg + drift.svg


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_network_that_is_right_drifts_within_its_bound(layout):
    case = CASE.with_(steps=5)
    _, drift = plots_of("right", as_run(case, layout_conventions(layout), run_layout(layout, case)))
    assert len(drift.numbers.rows) == 5
    assert all(float(row[3]) <= 1 for row in drift.numbers.rows)


@pytest.mark.parametrize(
    ("settings", "ends"),
    [({"lr": 256.0, "steps": 30}, True), ({"lr": 2.0**-6, "momentum": 0.9, "momentum_form": "ema", "steps": 4}, False)],
)
def test_what_diverges_or_averages_its_momentum_is_drawn_too(settings, ends):
    case = CASE.with_(**settings)
    loss, _ = plots_of("odd", as_run(case, CANONICAL, run_reference(case)))
    assert ("Where a line ends" in loss.caption) == ends
    assert all(row[1] == row[2] for row in loss.numbers.rows)


def test_what_a_candidate_says_is_escaped(tmp_path, report):
    page = tmp_path / "page.html"
    report.save_html(page, "<script>alert('x')</script>")
    html = page.read_text(encoding="utf-8")
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(&#39;x&#39;)" in html


@pytest.mark.parametrize("mistake", sorted(texts()))
def test_every_formula_of_the_catalogue_is_mathematics(mistake):
    t = texts()[mistake]
    both = mathml(t.is_tex) + mathml(t.should_tex)
    assert both.count("<math") == 2
    # what the converter does not know it leaves as it is
    assert "\\" not in both
    parsed(both)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_elements_are_the_candidates_own_and_agree_with_the_findings(layout):
    run = as_run(CASE, layout_conventions(layout), run_layout(layout, CASE))
    truth = run_reference(CASE)
    findings = {f.name: f for f in judge_run(run, truth).findings}
    found = list(elements_of(run, findings, truth))
    assert {e.name for e in found} == set(findings)
    found = [e for e in found if e.yours.size > 1]
    assert all(np.array_equal(e.yours, np.atleast_2d(run.shown[e.name])) for e in found)
    # the reference's products may stand in for the formula's in a finding: that moves a ratio by rounding alone
    assert [e.ratio.max() for e in found] == pytest.approx([held(findings[e.name]).ratio for e in found], abs=0.2)


def test_a_difference_is_the_findings_to_the_digit(report):
    run = report.kept.deciding
    findings = {f.name: f for f in judge_run(run).findings}
    e = next(e for e in elements_of(run, findings, run_reference(CASE)) if e.name == "dZ1")
    f = findings["dZ1"]
    i, j = np.unravel_index(int(np.argmax(e.ratio)), e.ratio.shape)
    at = int(i), int(j)
    assert e.labels[at] == f.index
    assert (e.ratio[at], e.yours[at], e.expected[at]) == (f.ratio, f.candidate, f.expected)


@pytest.mark.parametrize("shape", [(1024, 1024), (1000, 3), (1, 777), (5, 5)])
@pytest.mark.parametrize("wrong", [np.inf, 1.01])
def test_a_single_wrong_element_stays_visible(shape, wrong):
    ratio = np.full(shape, 0.3)
    ratio[shape[0] - 1, shape[1] * 2 // 3] = wrong
    at = worst_of_blocks(ratio, 64)
    assert max(at.shape) <= 64
    assert np.count_nonzero(ratio_indices(ratio.ravel()[at]) >= SHADES // 2) == 1
    assert len(set(at.ravel())) == at.size  # no element stands for two blocks


def test_the_scale_turns_at_exactly_one():
    below, one, above, nan = ratio_indices(np.array([0.99, 1.0, np.nextafter(1, 2), np.nan]))
    assert below < SHADES // 2 > one
    assert above == SHADES // 2
    assert nan == SHADES
    assert class_of(1.0) == "r2"
    assert class_of(np.nextafter(1, 2)) == "r3"
    assert list(value_indices(np.array([-2.0, 0.0, 2.0, np.inf]), 2.0)) == [0, SHADES // 2, SHADES - 1, SHADES]


def test_pictures_show_every_element(made):
    panel = next(p for p in made.graphs[0].panels if p.name == "dW1")
    image = Image.open(io.BytesIO(b64decode(panel.pictures[0].uri.partition(",")[2])))
    assert image.size == (7, 5)  # in_out: inputs are rows
    assert np.asarray(image).min() >= SHADES // 2
    assert [p.kind for p in panel.pictures] == ["ratio", "yours", "reference", "difference"]


def test_images_of_many_arrays_are_smaller():
    assert side_for([(1024, 1024)]) == 128
    side = side_for([(1024, 1024)] * 200)
    assert side * side * 200 <= PIXELS


@pytest.mark.parametrize(("sizes", "n_samples"), [((64,) * 20 + (10,), 32), ((1024, 1024, 10), 8)])
def test_large_networks_stay_small(tmp_path, sizes, n_samples):
    page = written(tmp_path, layout_article(scaled_case(sizes, n_samples)))
    assert page.stat().st_size < LIMIT
    assert page.read_text(encoding="utf-8").count('class="panel"') == 8 * (len(sizes) - 1) + 2


def test_a_report_comes_back_from_its_json(report):
    back = from_dict(report.to_dict())
    assert back.to_dict() == report.to_dict()
    assert back.first_cause == report.first_cause
    assert back.networks == report.networks


def test_kept_runs_cross_the_border(report, tmp_path):
    save_kept(report.kept, tmp_path)
    back = load_kept(tmp_path)
    assert back is not None
    assert back.deciding.case.id == CASE.id
    assert all(np.array_equal(back.deciding.shown[n], a) for n, a in report.kept.deciding.shown.items())
    (tmp_path / "deciding.npz").write_bytes(b"not what it was")
    assert load_kept(tmp_path) is None


def test_a_page_without_arrays_says_so(tmp_path):
    found = Finding(CASE.id, "step", None, "run", 1, DIFFERS, why="raised RuntimeError: not <yet>")
    report = Report(DIFFERS, (found,), cases=(CASE.id,))
    report.save_html(tmp_path / "p.html")
    html = (tmp_path / "p.html").read_text(encoding="utf-8")
    assert "The network showed no arrays that could be drawn." in html
    assert "not &lt;yet&gt;" in html
    parsed(html)


def test_nan_and_wrong_shapes_can_be_drawn(tmp_path):
    shown = run_layout("numerator", CASE)
    shown |= {"dW2": shown["dW2"] * np.nan, "dZ1": shown["dZ1"][:2]}
    (graph, _) = graphs_of("odd", [judged_elements("odd", as_run(CASE, layout_conventions("numerator"), shown))])
    chips = {c.name: c for r in graph.rows for c in r.backward}
    assert (chips["dZ1"].panel, chips["dZ1"].tone) == ("", "r5")
    assert chips["dW2"].panel
    write_page(tmp_path / "p.html", [Article("odd", "odd", "differs", "bad", (), graphs=(graph,))])
    assert "∞" in (tmp_path / "p.html").read_text(encoding="utf-8")
