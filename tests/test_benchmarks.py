"""The benchmarks' own arithmetic and honesty; nothing is timed here."""

import json

import pytest

from benchmarks import ratios, tricks
from benchmarks.candidates import CANDIDATES
from benchmarks.correct import complaint
from benchmarks.environment import KERNEL, THREADS, quiet_environment
from benchmarks.networks import ACTIVATIONS, NETWORKS
from crosscheck.compare import run_reference

SMALL = ("3-4-1", "64-32-10")


def test_environment_leaves_the_kernel_to_the_blas_and_sets_threads():
    clean = quiet_environment(1, {"OPENBLAS_CORETYPE": "Haswell", "OPENBLAS_L2_SIZE": "512", "HOME": "/h"})
    assert not set(KERNEL) & set(clean)
    assert clean["HOME"] == "/h"
    assert {clean[name] for name in THREADS} == {"1"}


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("network", SMALL)
@pytest.mark.parametrize("candidate", CANDIDATES)
def test_candidates_agree(candidate, network, activation, dtype):
    case = NETWORKS[network].case(activation, dtype)
    built = CANDIDATES[candidate](case)
    case = getattr(built, "judged_as", case)
    assert complaint(built.record(), case, built.conventions, run_reference(case)) is None


def test_a_wrong_candidate_is_not_timed():
    case = NETWORKS["64-32-10"].case(dtype="float64")
    built = CANDIDATES["numerator"](case)
    record = built.record()
    record["dW1"] = record["dW1"] * 1.0001
    found = complaint(record, case, built.conventions, run_reference(case))
    assert found is not None
    assert "dW1" in found


def test_flops_count_three_products_a_layer_and_two_for_the_first():
    assert NETWORKS["3-4-1"].flops == 2 * 4 * (2 * 3 * 4 + 3 * 4 * 1)


def test_ratios_read_what_pytest_benchmark_wrote(tmp_path, capsys):
    def one(candidate, seconds):
        info = {"network": "3-4-1", "candidate": candidate, "stage": "step"}
        return {"extra_info": info, "stats": {"median": seconds}}

    file = tmp_path / "b.json"
    file.write_text(json.dumps({"benchmarks": [one("torch", 8e-5), one("numerator", 2e-5)]}), encoding="utf-8")
    assert ratios.main([str(file)]) == 0
    assert "4.00×" in capsys.readouterr().out


def test_every_trick_is_a_pair_that_can_be_called(monkeypatch):
    monkeypatch.setattr(tricks, "ROUNDS", 2)
    monkeypatch.setattr(tricks, "SECONDS", 1e-9)
    pairs = [*tricks.calls(), *tricks.products(), *tricks.elementwise(), *tricks.updates()]
    assert {pair.name[0] for pair in pairs} == set("a123456789")
    for pair in pairs:
        median, low, high = tricks.measure(pair)
        assert 0 < low <= median <= high


def test_ratios_without_a_file_say_what_to_do(tmp_path, capsys):
    assert ratios.main([str(tmp_path / "none.json")]) == 2
    assert "make bench" in capsys.readouterr().err
