"""A program that is not Python takes part through two .npz: plain C, with its own reading and writing of them."""

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import numpy as np
import pytest

from crosscheck.cli import main

SOURCE = Path(__file__).parent / "c_program" / "mlp.c"
TANH = "3-5-7-2_N11_tanh_mse_f64_s0"
RELU = "5-7-4-3_N11_relu_cross_entropy_per_sample_f64_s1"
SOFTMAX = "5-3_N7_softmax_cross_entropy_per_sample_f64_s2"

pytestmark = pytest.mark.skipif(shutil.which("gcc") is None, reason="there is no gcc to compile the C program with")


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    built = tmp_path_factory.mktemp("c") / "mlp"
    subprocess.run(["gcc", "-O2", "-std=c99", "-Wall", "-Werror", SOURCE, "-o", built, "-lm"], check=True, timeout=60)
    return built


@pytest.fixture
def judged(program, tmp_path, capsys):
    """Export, run the program, judge: exit code, what was printed, and the report."""

    def run(case_id, *mistake):
        case, result, report = (str(tmp_path / name) for name in ("case.npz", "result.npz", "report.json"))
        assert main(["export", case_id, "-o", case]) == 0
        subprocess.run([program, case, result, *mistake], check=True, timeout=60)
        capsys.readouterr()
        code = main(["judge", case, result, "--json", report])
        return code, capsys.readouterr().out, json.loads(Path(report).read_text())

    return run


@pytest.mark.parametrize("case_id", [TANH, RELU, SOFTMAX])
def test_its_numbers_are_accepted(judged, case_id):
    code, out, report = judged(case_id)
    assert code == 0
    assert out.startswith(f"AGREES  {case_id}_")
    assert {f["status"] for f in report["findings"]} == {"agrees"}


@pytest.mark.parametrize(
    ("case_id", "mistake", "first"),
    [
        (TANH, "no-mean", "d_output"),
        (RELU, "no-mean", "dZ3"),
        (TANH, "no-transpose", "dA2"),
        (RELU, "no-transpose", "dA2"),
        (SOFTMAX, "no-transpose", "dX"),
        (TANH, "no-bias-update", "b3'"),
        (RELU, "no-bias-update", "b3'"),
    ],
)
def test_a_planted_mistake_is_refused_and_placed(judged, case_id, mistake, first):
    code, out, report = judged(case_id, mistake)
    assert code == 1
    assert f"first difference: {first}[" in out or f"first difference: {first} " in out
    causes = [f["name"] for f in report["findings"] if f["status"] == "differs" and not f["follows"]]
    assert first in causes
    assert {name[0] for name in causes} == {first[0]}  # nothing else is blamed


def test_its_zip_is_sound(program, tmp_path):
    case, result = tmp_path / "case.npz", tmp_path / "result.npz"
    main(["export", TANH, "-o", str(case)])
    subprocess.run([program, case, result], check=True, timeout=60)
    with zipfile.ZipFile(result) as archive:
        assert archive.testzip() is None
    with np.load(result, allow_pickle=False) as arrays:
        assert arrays["dW1"].shape == (3, 5)
        assert arrays["convention_weight"] == b"in_out"
