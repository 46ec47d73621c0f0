"""The verdict API: what a Report offers beside its findings."""

import json

import numpy as np
import pytest

import crosscheck
from crosscheck.report.terminal import one_line, render


class Broadcasts(crosscheck.Adapter):
    """Raises for every batch but one sample: (N, 1) - (N,) is (N, N)."""

    activations, loss, sizes = ("identity",), "half_sse", ("n", 1)

    def build(self, case):
        return {"W": case.weights, "b": case.biases}

    def step(self, net, x, y, lr):
        d = x @ net["W"][0] + net["b"][0] - y.ravel()
        net["W"][0] -= lr * x.T @ d
        net["b"][0] -= lr * d.sum(axis=0)

    def read(self, net):
        return net


class MissingDerivative(crosscheck.Adapter):
    activations, loss, sizes = ("tanh", "identity"), "half_sse", ("n", "h", "k")

    def build(self, case):
        return {"W": case.weights, "b": case.biases}

    def step(self, net, x, y, lr):
        (W1, W2), (b1, b2) = net["W"], net["b"]
        a = np.tanh(x @ W1 + b1)
        d2 = a @ W2 + b2 - y
        d1 = d2 @ W2.T
        for p, g in ((W1, x.T @ d1), (W2, a.T @ d2), (b1, d1.sum(axis=0)), (b2, d2.sum(axis=0))):
            np.subtract(p, lr * g, out=p)

    def read(self, net):
        return net


@pytest.fixture(scope="module")
def report():
    return crosscheck.check(MissingDerivative)


def test_explain_gives_the_cause_with_its_evidence(report):
    words = report.explain()
    assert words.startswith("cause: layer 1: ")
    assert "[derivative-missing]" in words
    assert "evidence: with that mistake planted" in words


def test_the_report_at_a_glance_begins_with_verdict_network_and_cause(report):
    lines = str(report).splitlines()
    assert len(lines) < 40
    assert lines[0] == f"DIFFERS  in {len(report.cases)} cases"
    at = [next(i for i, line in enumerate(lines) if start in line) for start in (
        "arrays;", "-> half_sse", "^ mistake", "cause: ", "as it is ", "as it should be ", "evidence: ", "hint: ",
        "more: crosscheck mistakes derivative-missing", "first difference: ", "quantity  ", "not shown: ",
    )]  # fmt: skip
    assert at == sorted(at)


def test_what_the_mistake_explains_is_said_to_follow_from_it(report):
    named = report.explanations[0]["defects"][0]["layers"]
    table = [line.split()[0] for line in str(report).splitlines() if "DIFFERS  " in line and "case" not in line]
    assert table
    assert {int(name[1]) for name in table} == set(named)


def test_verbose_shows_the_whole_hint_and_every_array_of_every_case(report):
    text = render(report, verbose=True)
    assert " ".join(report.explain().split()) in " ".join(text.split())
    assert [case for case in report.cases if f"\nin {case}\n" not in text] == []
    rows = [line for line in text.splitlines() if line[10:].startswith(("DIFFERS", "ok", "follows"))]
    assert len(rows) == len(report.findings)


def test_quiet_names_the_mistake_and_its_layer(report):
    assert one_line(report) == "differs: derivative-missing (layer 1)"


def test_networks_are_in_the_json(report):
    found = report.to_dict()["networks"]
    assert list(found) == list(report.cases)
    assert set(found[report.cases[0]]) == {"sizes", "activations", "loss", "n_samples", "penalty", "script"}


def test_save_writes_what_to_dict_gives(report, tmp_path):
    report.save(tmp_path / "r.json")
    saved = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert saved["verdict"] == "differs"
    assert saved["explanations"][0]["defects"][0]["id"] == "derivative-missing"
    assert saved["schema_version"] == report.to_dict()["schema_version"]


def test_save_to_nowhere_is_refused(report, tmp_path):
    with pytest.raises(crosscheck.UsageError, match="cannot write"):
        report.save(tmp_path / "missing" / "r.json")


def test_a_notebook_shows_the_cause_with_its_formulas(report):
    fragment = report._repr_html_()
    assert "<b>DIFFERS</b>" in fragment
    assert "derivative-missing" in fragment
    assert "<math" in fragment
    assert "<script" not in fragment


def test_a_notebook_shows_the_text_where_the_page_cannot_be_drawn(report, monkeypatch):
    monkeypatch.setattr("crosscheck.report.html.extra.NEEDED", ("a_library_that_is_not_there",))
    assert report._repr_html_().startswith("<pre>DIFFERS")


def test_what_breaks_with_several_samples_is_wrong_and_not_wrongly_declared():
    assert crosscheck.check(Broadcasts).verdict == "differs"
