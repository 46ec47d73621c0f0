"""The calibration itself: it finds no false alarm, it can find one, and what it plants is what it says."""

import re
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.random import RandomState

from crosscheck.bounds import global_balls, local_balls
from crosscheck.calibrate.__main__ import MARKERS, main
from crosscheck.calibrate.arithmetic import PAIRWISE, SEQUENTIAL, pairwise_matmul, sequential_matmul
from crosscheck.calibrate.candidates import CANDIDATES, attempt, chosen
from crosscheck.calibrate.counterexample import worst_error
from crosscheck.calibrate.figures import below, figures
from crosscheck.calibrate.measure import Plan, measure
from crosscheck.calibrate.networks import draw_network
from crosscheck.calibrate.sharpness import DEFAULTS, Planted, Shown, plant
from crosscheck.calibrate.tally import merge, tally, values
from crosscheck.compare import run_reference
from crosscheck.errors import UsageError
from crosscheck.judge import judge
from crosscheck.markers import between
from crosscheck.smoothness import smoothness
from crosscheck.vocabulary import ACTIVATIONS

BEGIN, END = MARKERS
QUICK = Plan(seed=0, widest=24, most_samples=16)
DOCUMENT = Path(__file__).parent.parent / "docs" / "tolerance.md"


@pytest.fixture(scope="module")
def quick():
    return tally(measure(QUICK, n) for n in range(30))


def test_thirty_correct_networks_give_no_false_alarm(quick):
    assert quick.examples == ()
    assert quick.n_alarms == 0
    assert quick.networks >= 28
    assert {name for name, _ in quick.arrays} == set(CANDIDATES)
    judged = sum(n for (_, _, _, yes), n in quick.judged.items() if yes)
    assert judged > 0.7 * quick.judged.total(), "what is not judged has no false alarms either"


def test_bounds_fifty_times_too_small_give_alarms():
    plan = Plan(QUICK.seed, QUICK.widest, QUICK.most_samples, shrink=50)
    t = tally(measure(plan, n) for n in range(6))
    assert {bound for bound, _, _ in t.alarms} == {"local", "global"}
    assert t.n_alarms > 50
    assert all("error ÷ bound" in e for e in t.examples)


def test_parts_add_up_to_the_whole(quick):
    parts = merge(tally(measure(QUICK, n) for n in range(a, a + 3)) for a in (0, 3))
    whole = tally(measure(QUICK, n) for n in range(6))
    assert parts.arrays == whole.arrays
    assert parts.judged == whole.judged
    assert np.array_equal(values(parts.ratios, "dW", "float32"), values(whole.ratios, "dW", "float32"))


def test_sums_are_formed_as_they_are_called(seed: int):
    stream = RandomState(seed)
    a, b = stream.standard_normal((3, 37)).astype("float32"), stream.standard_normal((37, 4)).astype("float32")
    by_hand = np.zeros((3, 4), dtype="float32")
    for i, j in np.ndindex(3, 4):
        for k in range(37):
            by_hand[i, j] += a[i, k] * b[k, j]
    assert np.array_equal(sequential_matmul(a, b), by_hand)
    assert not np.array_equal(pairwise_matmul(a, b), by_hand)
    np.testing.assert_allclose(pairwise_matmul(a, b), by_hand, rtol=1e-3, atol=1e-5)
    ones = np.full((1, 4096), np.float32(0.7))
    exact = 4096 * float(ones[0, 0])
    assert abs(PAIRWISE.total(ones, 1)[0, 0] - exact) < abs(SEQUENTIAL.total(ones, 1)[0, 0] - exact)


def test_equal_terms_exceed_the_root_of_k_and_not_k(seed: int):
    assert worst_error(seed, 256, "random") < 16
    assert 16 < worst_error(seed, 256, "equal") < 256


def test_every_candidate_computes_every_gradient():
    case, _ = draw_network(0, 4, 12, 8)
    wanted = {f"dW{i}" for i in range(1, case.n_layers + 1)}
    for name in CANDIDATES:
        record = attempt(name, case)
        assert record is None or wanted <= record.keys()


def planted_cases():
    for number in range(8):
        case, _ = draw_network(0, number, 12, 8)
        truth = run_reference(case)
        record = attempt(chosen(number)[1], case)
        assert record is not None
        shown = Shown(case, record, truth, local_balls(case, record), global_balls(case, truth))
        for p in plant(shown, np.random.default_rng(number)):
            yield shown, p


def changed(shown: Shown, p: Planted, size: float) -> np.ndarray:
    array = shown.record[p.name].astype(np.float64)
    array[p.at] += size * p.rms
    return array


def test_planted_errors_are_caught_from_the_size_on_that_is_told():
    # In float64 an error of the bound's size cannot be planted to within 1 %: it is a few units in the last place.
    cases = [(shown, p) for shown, p in planted_cases() if p.dtype == "float32"]
    assert len(cases) > 10
    for shown, p in cases:
        caught = {
            (sign, share): judge(changed(shown, p, sign * share * p.by_local), shown.local[p.name], p.rms).n_out > 0
            for sign in (-1, 1)
            for share in (0.99, 1.01)
        }
        assert caught[-1, 1.01]
        assert caught[1, 1.01]
        assert not (caught[-1, 0.99] and caught[1, 0.99])


def close(found: np.ndarray, reference: np.ndarray, rtol: float, atol: float) -> bool:
    try:
        torch.testing.assert_close(torch.tensor(found), torch.tensor(reference), rtol=rtol, atol=atol)
    except AssertionError:
        return False
    return True


def test_assert_close_catches_them_from_the_size_on_that_is_told():
    for shown, p in planted_cases():
        rtol, atol = DEFAULTS[p.dtype]
        reference = shown.truth[p.name].astype(np.float64)
        least = p.allowed + p.error
        for sign in (-1, 1):
            assert not close(changed(shown, p, sign * 1.01 * least), reference, rtol, atol)
        assert close(shown.record[p.name].astype(np.float64), reference, rtol, atol) == (p.worst <= 1)


def test_the_defaults_are_those_of_torch():
    for dtype, (rtol, atol) in DEFAULTS.items():
        assert torch.testing._comparison.default_tolerances(getattr(torch, dtype)) == (rtol, atol)


def test_figures_take_their_place_and_nothing_else():
    text = between(f"before\n{BEGIN}\nold\n{END}\nafter\n", MARKERS, "new", "x.md")
    assert text == f"before\n{BEGIN}\n\nnew\n\n{END}\nafter\n"


@pytest.mark.parametrize("document", ["", BEGIN, f"{END} {BEGIN}", f"{BEGIN} {BEGIN} {END}", f"{BEGIN} {END} {END}"])
def test_a_document_without_its_markers_is_refused(document: str):
    with pytest.raises(UsageError, match=r"x\.md needs"):
        between(document, MARKERS, "new", "x.md")


@pytest.mark.parametrize("arguments", [["--networks", "0"], ["--workers", "0"], ["--write", "nowhere/at/all.md"]])
def test_bad_usage_is_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    assert main(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_ratios_are_rounded_down():
    assert [below(x) for x in (0.9996, 1.0, 0.12345, 5.999e-4, 0.0)] == ["0.999", "1", "0.123", "0.000599", "0"]


def tables(text: str) -> list[list[list[str]]]:
    """Every table of a Markdown text, as rows of cells."""
    blocks = re.findall(r"(?:^\|.*\|\n?)+", text, flags=re.MULTILINE)
    return [[[c.strip() for c in line.strip("|").split(" | ")] for line in b.strip().split("\n")] for b in blocks]


def check_figures(text: str, networks: int) -> None:
    found = tables(text)
    assert len(found) == 6
    for rows in found:
        assert {len(row) for row in rows} == {len(rows[0])}
    assert found[0][-1][-2:] == ["**0**", "**0**"]
    drawn = re.search(r"([\d,]+) random networks", text)
    assert drawn is not None
    assert int(drawn[1].replace(",", "")) >= networks


def test_the_figures_parse(quick):
    check_figures(figures(quick, (), "command"), 28)


def test_the_documents_figures_parse_and_show_no_false_alarm():
    document = DOCUMENT.read_text(encoding="utf-8")
    figures_ = document.partition(BEGIN)[2].partition(END)[0]
    assert "python -m crosscheck.calibrate --networks" in figures_
    check_figures(figures_, 10_000)


def test_the_documents_constants_are_those_of_the_code():
    text = (
        DOCUMENT.read_text(encoding="utf-8").partition("<!-- constants:begin -->")[2].partition("<!-- constants:end")[0]
    )
    (rows,) = tables(text.replace(r"\|", "/"))
    found = {row[0].split("`")[1]: [row[i] for i in (1, 2, 3, 4, 6)] for row in rows[2:]}
    assert set(found) == set(ACTIVATIONS) - {"softmax"}
    for name, cells in found.items():
        s = smoothness(name)
        assert [float(c) for c in cells] == pytest.approx([s.L1, s.L2, s.jump, s.c, s.c_derivative]), name
