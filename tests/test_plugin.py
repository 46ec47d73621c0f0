"""The pytest plugin: it costs nothing where it is not used, and its fixtures fail with the report."""

import json
import subprocess
import sys

import pytest

import crosscheck
from crosscheck.suite.crosschecker import Crosschecker, make_case

pytest_plugins = ["pytester"]
pytestmark = pytest.mark.usefixtures("everything_is_loaded")

LINEAR = """
import crosscheck

class Linear(crosscheck.Adapter):
    activations, loss, factor = ("identity",), "half_sse", 1.0
    def build(self, case):
        return {"W": case.weights, "b": case.biases}
    def step(self, net, x, y, lr):
        d = self.factor * (x @ net["W"][0] + net["b"][0] - y)
        net["W"], net["b"] = [net["W"][0] - lr * x.T @ d], [net["b"][0] - lr * d.sum(0)]
    def read(self, net):
        return net

class Doubled(Linear):
    factor = 2.0
"""
ID = "3-2_N4_identity_mse_f64_s0"


@pytest.fixture
def linear(pytester):
    """A file with adapters, beside the test."""
    return pytester.makepyfile(linear=LINEAR)


def run(pytester, source, *arguments):
    pytester.makepyfile(test_it=source)
    return pytester.runpytest_inprocess("-p", "no:cacheprovider", *arguments)


EMPTY = """
import json, sys
import pytest
code = pytest.main(["-q", "-p", "no:cacheprovider", *sys.argv[1:]])
heavy = [n for n in ("numpy", "torch", "rich", "hypothesis", "matplotlib") if n in sys.modules]
own = sorted(n for n in sys.modules if n.partition(".")[0] == "crosscheck")
print(json.dumps({"code": int(code), "heavy": heavy, "own": own}))
"""


def loaded_by(folder, test, *arguments):
    (folder / "test_nothing.py").write_text(test)
    # other plugins of this environment (hypothesis, benchmark) import what they like
    env = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PATH": "", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", EMPTY, "-p", "crosscheck", *arguments],
        cwd=folder, env=env, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


def test_a_project_that_does_not_use_it_imports_nothing_heavy(tmp_path):
    found = loaded_by(tmp_path, "def test_nothing(): pass")
    assert found == {"code": 0, "heavy": [], "own": ["crosscheck", "crosscheck.pytest_plugin"]}


def test_the_companion_a_project_that_uses_it_imports_numpy(tmp_path):
    found = loaded_by(tmp_path, "def test_case(crosscheck_case): crosscheck_case((3, 2), 4, activations=['identity'])")
    assert found["code"] == 0
    assert "numpy" in found["heavy"]


def test_an_adapter_that_is_right_passes_and_one_that_is_wrong_fails_with_its_report(pytester, linear):
    result = run(pytester, """
        from linear import Doubled, Linear

        def test_right(crosschecker):
            report = crosschecker(Linear, seed=3)
            assert report.passed

        def test_wrong(crosschecker):
            crosschecker(Doubled())

        def test_file(crosschecker):
            crosschecker("linear.py:Linear", steps=2)
    """)  # fmt: skip
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["E *agrees up to a factor", "E *every gradient is 2 times*"])
    result.stdout.no_fnmatch_line("*crosschecker.py*raise AssertionError*")  # the harness's frames are hidden


def test_arrays_are_judged_on_their_case(pytester):
    result = run(pytester, f"""
        import numpy as np
        import pytest
        from crosscheck import UsageError, run_reference

        def test_right(crosschecker, crosscheck_case):
            case = crosscheck_case("{ID}")
            truth = run_reference(case)
            crosschecker({{"dW1": truth["dW1"], "db1": truth["db1"]}}, case)

        def test_wrong(crosschecker, crosscheck_case):
            case = crosscheck_case((3, 2), 4, activations=["identity"])
            crosschecker({{"dW1": 1.5 * run_reference(case)["dW1"]}}, case)

        def test_case_is_needed(crosschecker):
            with pytest.raises(UsageError, match="need the Case"):
                crosschecker({{"dW1": np.ones(3)}})

        @pytest.mark.parametrize("crosscheck_case", ["{ID}", ((3, 5, 2), 7)], indirect=True)
        def test_parametrized(crosscheck_case):
            assert crosscheck_case.n_samples in (4, 7)
    """, "-v")  # fmt: skip
    result.assert_outcomes(passed=4, failed=1)
    result.stdout.fnmatch_lines([f"*test_parametrized?{ID}?*PASSED*", "E *first difference: dW1*"])


def test_not_judged_fails_unless_it_is_allowed(pytester):
    source = f"""
        from crosscheck import run_reference

        def test_it(crosschecker, crosscheck_case):
            case = crosscheck_case("{ID}")
            crosschecker({{"dW1": run_reference(case)["dW1"]}}, case)  # nothing is said of b1
    """
    run(pytester, source).assert_outcomes(failed=1)
    run(pytester, source, "--allow-not-judged").assert_outcomes(passed=1)


def test_the_candidate_of_the_command_line(pytester, linear):
    source = "def test_it(crosschecker): crosschecker()"
    run(pytester, source, "--candidate", "linear.py:Linear").assert_outcomes(passed=1)
    result = run(pytester, source)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*UsageError: nothing to check*--candidate FILE:NAME"])


def test_what_the_fixtures_are_made_of():
    case = make_case(ID)
    assert make_case(case) is case
    assert make_case((3, 2), 4, {"seed": 5}, activations=["identity"]).seed == 5
    with pytest.raises(crosscheck.UsageError, match=r"expected a crosscheck\.Adapter, found int"):
        Crosschecker()(3)  # type: ignore[arg-type]
