"""The conformance suite on the project's own networks, on wrong ones, and with what pytest offers around it."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from crosscheck.suite import conformance, own_networks

pytest_plugins = ["pytester"]
pytestmark = pytest.mark.usefixtures("everything_is_loaded")

OWN = Path(own_networks.__file__)
NETWORK = """
from types import SimpleNamespace
import numpy as np, crosscheck

class Net(crosscheck.Adapter):
    activations, loss = ("relu", "identity"), "half_sse"
    def build(self, case):
        return SimpleNamespace(W=case.weights, b=case.biases)
    def mask(self, z):
        return z > 0
    def forward_of(self, net, x):
        return np.maximum(x @ net.W[0] + net.b[0], 0)
    def shown(self, y, a2):
        return 0.5 * np.sum((a2 - y) ** 2)
    def step(self, net, x, y, lr):
        W, b = net.W, net.b
        z1 = x @ W[0] + b[0]
        a1 = self.forward_of(net, x)
        a2 = a1 @ W[1] + b[1]
        d2 = a2 - y
        d1 = d2 @ W[1].T * self.mask(z1)
        dW, db = [x.T @ d1, a1.T @ d2], [d1.sum(0), d2.sum(0)]
        net.W, net.b = [w - lr * g for w, g in zip(W, dW)], [w - lr * g for w, g in zip(b, db)]
        return {"Z": [z1, a2], "A": [a1, a2], "dW": dW, "db": db, "loss": self.shown(y, a2)}
    def read(self, net):
        return {"W": net.W, "b": net.b}
"""
WRONG = {
    "NoMask": "def mask(self, z): return 1.0",
    "OtherLoss": "def shown(self, y, a2): return 0.5 * np.sum((a2 - y) ** 2) + 1e-3",
    "Noisy": "def forward_of(self, net, x): return super().forward_of(net, x) * (np.random.rand() > 0.5)",
    "Writes": "def step(self, net, x, y, lr):\n        r = super().step(net, x, y, lr); x *= 2; return r",
    "Raises": "def mask(self, z): raise ValueError('oh')",
    "Refused": "samples = 'columns'",
    "ShowsLittle": "def step(self, net, x, y, lr):\n        super().step(net, x, y, lr); return {}\n"
    "    def read(self, net):\n        return {'W': [None, net.W[1]], 'b': [None, net.b[1]]}",
}


@pytest.fixture
def suite(pytester):
    """Run the suite on a candidate."""
    classes = "".join(f"\nclass {name}(Net):\n    {line}\n" for name, line in WRONG.items())
    pytester.makepyfile(net=NETWORK + classes)

    def run(candidate, *arguments):
        return pytester.runpytest_inprocess("--pyargs", "crosscheck.suite", "--candidate", candidate, *arguments)

    return run


@pytest.fixture
def answers(pytester):
    """What the suite's tests ask, without pytest around it."""
    classes = "".join(f"\nclass {name}(Net):\n    {line}\n" for name, line in WRONG.items())
    file = pytester.makepyfile(net=NETWORK + classes)
    return lambda name: conformance.Candidate(f"{file}:{name}")


@pytest.mark.parametrize("name", ["Numerator", "Denominator"])
def test_our_own_networks_conform(name, suite):
    result = suite(f"{OWN}:{name}", "-v", "-rs")
    outcomes = result.parseoutcomes()
    assert outcomes.keys() == {"passed", "skipped"}
    assert outcomes["passed"] >= 27
    tests = ["test_forward?Z1?", "test_loss", "test_gradient?dW1?", "test_update?b2'?", "test_trajectory",
             "test_inputs_stay_as_they_are", "test_at_extremes", "test_verdict"]  # fmt: skip
    for test in tests:
        result.stdout.fnmatch_lines([f"*::{test} PASSED*"])
    result.stdout.fnmatch_lines(["crosscheck: candidate *", "SKIPPED*dZ1 is not shown"])


@pytest.mark.parametrize("name", ["NumeratorReLU", "DenominatorSoftmax"])
def test_and_with_kinks_and_as_a_classifier(name):
    found = conformance.Candidate(f"{OWN}:{name}")
    statuses = {found.quantity(n).status for n in ("Z1", "A2", "loss", "dW1", "db3", "dX", "W2'")}
    assert statuses == {found.trajectory().status} == {found.determinism().status} == {"passes"}
    assert found.inputs(("zeros",), "no kink").status == ("passes" if "ReLU" in name else "skips")
    assert found.report.passed


def test_a_wrong_network_fails_where_it_is_wrong_and_lf_and_k_and_xml_work(suite, pytester):
    result = suite("net.py:NoMask", "--junit-xml=out.xml")
    assert result.ret == 1
    failed = {line.split("::")[1].split(" ")[0] for line in result.outlines if line.startswith("FAILED")}
    assert {"test_gradient[dW1]", "test_gradient[db1]", "test_verdict"} <= failed
    assert not failed & {"test_forward[Z1]", "test_gradient[dW2]", "test_update[W2']", "test_loss"}
    result.stdout.fnmatch_lines(["*dW1[[]*] is *, expected *error * times the bound*"])
    cases = ET.parse(pytester.path / "out.xml").getroot().findall(".//testcase")
    assert {c.get("name") for c in cases if c.find("failure") is not None} == failed
    again = suite("net.py:NoMask", "--lf")
    assert again.parseoutcomes()["failed"] == len(failed)
    assert "passed" not in again.parseoutcomes()
    assert suite("net.py:NoMask", "-k", "dW2 or Z1").parseoutcomes().keys() <= {"passed", "deselected", "skipped"}


def test_with_xdist(suite):
    result = suite("net.py:NoMask", "-n", "1", "-k", "dW1 or dW2 or dX")
    result.assert_outcomes(passed=1, failed=1, skipped=1)


def test_without_a_candidate_or_with_one_that_does_not_load(suite, pytester):
    result = pytester.runpytest_inprocess("--pyargs", "crosscheck.suite")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*crosscheck.suite needs a network: add --candidate FILE:NAME"])
    result = suite("net.py")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["--candidate: net.py has 8 adapters*"])


def test_an_adapter_that_is_refused_fails_once(suite):
    result = suite("net.py:Refused")
    assert result.parseoutcomes()["failed"] == 1
    assert "passed" not in result.parseoutcomes()
    result.stdout.fnmatch_lines(["FAILED*test_the_adapter_fits_the_network*"])


def test_each_property_can_fail(answers):
    assert answers("Noisy").determinism().status == "fails"
    assert answers("Writes").purity().status == "fails"
    assert answers("Raises").calls().status == "fails"
    assert "oh" in answers("Raises").calls().why
    no_mask = answers("NoMask")
    assert no_mask.trajectory().status == "fails"
    assert no_mask.inputs(("zeros",), "").status == "fails"
    assert no_mask.inputs(("saturated",), "").status == "fails"


def test_and_a_right_network_passes_each(answers):
    right = answers("Net")
    asked = [right.determinism(), right.purity(), right.calls(), right.trajectory(), right.quantity("loss"),
             right.inputs(("zeros",), ""), right.inputs(("saturated",), "")]  # fmt: skip
    assert [a.status for a in asked] == ["passes"] * 7


def test_a_loss_value_that_is_off_is_a_remark(answers):
    other = answers("OtherLoss")
    assert other.report.passed
    assert other.quantity("loss").status == "remarked"


def test_what_is_not_judged_fails_unless_it_is_allowed(suite):
    arguments = ["-k", "W1 or verdict"]
    suite("net.py:ShowsLittle", *arguments).assert_outcomes(failed=1, skipped=2)
    suite("net.py:ShowsLittle", *arguments, "--allow-not-judged").assert_outcomes(passed=1, skipped=2)
