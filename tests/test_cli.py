"""The command line: what the verbs print, write and return."""

import json
import os
import subprocess
import sys

import numpy as np
import pytest

import crosscheck
from crosscheck import Case, compare, run_reference
from crosscheck.cli import VERBS, main
from crosscheck.conventions import DENOMINATOR, NUMERATOR
from crosscheck.pair import run_layout
from crosscheck.record_file import save_record
from crosscheck.report.terminal import render

ID = "3-5-7-2_N11_tanh_mse_f64_s0"
CASE = Case.parse(ID)


@pytest.fixture
def result(tmp_path):
    """Write a result after a change, and a case beside it."""

    def write(change=lambda arrays: None, case=CASE, layout="numerator", conventions=NUMERATOR):
        arrays = run_layout(layout, case)
        change(arrays)
        save_record(arrays, tmp_path / "result.npz", conventions, case.id)
        assert main(["export", case.id, "-o", str(tmp_path / "case.npz")]) == 0
        return [str(tmp_path / "case.npz"), str(tmp_path / "result.npz")]

    return write


def double(name):
    return lambda arrays: arrays.update({name: 2 * arrays[name]})


def transpose(name):
    return lambda arrays: arrays.update({name: arrays[name].T})


def only(*names):
    return lambda arrays: [arrays.pop(n) for n in list(arrays) if n not in names]


def poison(arrays):
    arrays["Z2"][3, 4] = np.nan


# ---- the frame ----


def test_help_names_every_verb_and_the_exit_codes(capsys):
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert [verb for verb in VERBS if f"\n  {verb} " not in out] == []
    assert "0 agrees, 1 differs, 2 usage, 3 not judged" in out


def test_nothing_given_is_a_call_for_help(capsys):
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("usage: crosscheck")


@pytest.mark.parametrize("verb", ["trace", "replay", "export", "judge"])
def test_every_verb_explains_itself(capsys, verb):
    assert main([verb, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: crosscheck {verb}")


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"crosscheck {crosscheck.__version__}\n"


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (
            ["jugde"],
            f"unknown verb 'jugde': expected one of {', '.join(VERBS)}; see crosscheck --help",
        ),
        (["--loud"], "the following arguments are required: VERB; see crosscheck --help"),
        (["replay"], "the following arguments are required: CASE; see crosscheck replay --help"),
        (["export", ID], "the following arguments are required: -o/--output; see crosscheck export --help"),
        (["judge", "case.npz"], "the following arguments are required: RESULT.npz; see crosscheck judge --help"),
        (["trace", "--layout", "rows"], "argument --layout: invalid choice: 'rows'"),
        (["trace", ID, ID], f"unrecognized arguments: {ID}; see crosscheck trace --help"),
    ],
)
def test_wrong_arguments_are_one_line_and_exit_2(capsys, argv, message):
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"crosscheck: error: {message}")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (MemoryError(), 2, "not enough memory: use smaller sizes, or fewer samples"),
        (PermissionError(13, "Permission denied", "somewhere"), 2, "[Errno 13] Permission denied: 'somewhere'"),
    ],
)
def test_what_stops_a_verb_is_one_line(monkeypatch, capsys, error, code, line):
    def stop(*_):
        raise error

    monkeypatch.setattr("crosscheck.commands.trace.run", stop)
    assert main(["trace"]) == code
    assert capsys.readouterr().err == f"crosscheck: error: {line}\n"


def run_module(*argv, env=None, **settings):
    command = [sys.executable, "-m", "crosscheck", *argv]
    return subprocess.run(command, text=True, timeout=120, check=False, env={**os.environ, **(env or {})}, **settings)


def test_it_runs_as_a_module():
    done = run_module("trace", "2-3-1_N2_tanh_mse_f64_s0", capture_output=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2-3-1_N2_tanh_mse_f64_s0_")


def test_a_reader_that_leaves_is_no_error():
    reading, writing = os.pipe()
    os.close(reading)
    done = run_module("trace", ID, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.parametrize(("given", "threads"), [({}, "1"), ({"OMP_NUM_THREADS": "2"}, "2")])
def test_one_thread_unless_the_user_says_otherwise(given, threads):
    code = (
        "import os, sys\nfrom crosscheck.cli import main\n"
        "assert 'numpy' not in sys.modules\nmain(['replay', '2-1_N1_identity_mse_f64_s0'])\n"
        "import torch\nfrom crosscheck.environment import environment\n"
        "print(torch.get_num_threads(), os.environ.get('OPENBLAS_NUM_THREADS'), environment()['threads'])"
    )
    clean = {k: v for k, v in os.environ.items() if not k.endswith("_THREADS")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=clean | given, check=True)
    blas = "1" if not given else "None"
    shown = f"OPENBLAS {'1' if not given else 'default'}, OMP {threads}, MKL {'1' if not given else 'default'}"
    assert done.stdout.splitlines()[-1] == f"{threads} {blas} {shown}, torch {threads}"


# ---- trace ----


def test_trace_shows_both_layouts_side_by_side(capsys):
    assert main(["trace"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == CASE.id
    assert lines[1].split() == ["rows", "(numerator)", "columns", "(denominator)"]
    rows = [" ".join(line.split()) for line in lines]
    assert rows[2] == "X (11, 3) (3, 11)"
    assert [r for r in rows if r.startswith(("W1", "b1", "z1", "dL/dW1", "dL/db1", "da1/dz1", "dL/dX", "L "))] == [
        "W1 (3, 5) (5, 3)",
        "b1 (5,) (5, 1)",
        "z1 (11, 5) (5, 11)",
        "L () ()",
        "da1/dz1 (11, 5) (5, 11)",
        "dL/dW1 (3, 5) (5, 3)",
        "dL/db1 (5,) (5, 1)",
        "dL/dX (11, 3) (3, 11)",
    ]


def test_trace_shows_the_quantities_of_the_notebooks_in_their_order(capsys):
    main(["trace", "3-4_N5_sigmoid_mse_f64_s0"])
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("  ") and line.strip()]
    backward = ["dL/da1", "da1/dz1", "dL/dz1", "dL/dW1", "dL/db1", "dL/dX"]
    assert names[1:] == ["X", "W1", "b1", "z1", "a1", "y", "L", *backward]


@pytest.mark.parametrize(("layout", "shape"), [("numerator", "(3, 5)"), ("denominator", "(5, 3)")])
def test_trace_of_one_layout(capsys, layout, shape):
    main(["trace", ID, "--layout", layout])
    assert f"  W1        {shape}\n" in capsys.readouterr().out


def test_trace_with_values_shows_numbers_of_small_arrays(capsys):
    case = Case.parse("1-2_N1_identity_mse_f64_s0")
    main(["trace", case.id, "--values"])
    out = capsys.readouterr().out
    assert f"    rows    [[{case.x[0, 0]:.4f}]]" in out
    assert f"    columns [[{case.x[0, 0]:.4f}]]" in out


@pytest.mark.parametrize("options", ["", "_large", "_saturated", "_ema_mu0.9_k3", "_nobias", "_nesterov_mu0.5"])
@pytest.mark.parametrize("loss", ["mse", "bce_sum", "cross_entropy_mean"])
def test_trace_holds_for_every_kind_of_case(capsys, options, loss):
    assert main(["trace", f"3-4-2_N5_relu_{loss}{options}_f64_s0", "--values"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert max(map(len, out.splitlines())) <= 80
    assert ("db1" in out) == (options != "_nobias")


def test_trace_gives_a_softmax_its_jacobian(capsys):
    main(["trace", "3-4_N5_softmax_mse_f64_s0"])
    assert "da1/dz1   (5, 4, 4)               (5, 4, 4)\n" in capsys.readouterr().out


# ---- replay ----


@pytest.mark.parametrize(
    "case_id", [ID, "3-5_N2_softmax_cross_entropy_mean_mu0.9_k2_f32_s0", "4-4-4_N4_relu_sse_nobias_f64_s1"]
)
def test_replay_judges_both_layouts(capsys, case_id):
    assert main(["replay", case_id]) == 0
    out = capsys.readouterr().out
    assert out.startswith("numerator layout\nAGREES  ")
    assert "\n\ndenominator layout\nAGREES  " in out


def test_replay_of_one_layout(capsys):
    assert main(["replay", ID, "--layout", "denominator"]) == 0
    assert "numerator layout" not in capsys.readouterr().out


def test_replay_of_a_file(tmp_path, capsys):
    main(["export", ID, "-o", str(tmp_path / "case")])  # any name is a file's when the file is there
    assert main(["replay", str(tmp_path / "case")]) == 0
    assert CASE.id in capsys.readouterr().out


def test_replay_writes_json(tmp_path):
    main(["replay", ID, "--json", str(tmp_path / "out.json")])
    written = json.loads((tmp_path / "out.json").read_text())
    assert (written["schema_version"], written["verdict"]) == (1, "agrees")
    assert list(written["reports"]) == ["numerator", "denominator"]
    assert written["reports"]["numerator"]["cases"] == [CASE.id]


def test_replay_of_a_dead_network_is_not_judged(tmp_path, capsys):
    from crosscheck.case_file import save_case

    dead = CASE.with_(weights=[0 * w for w in CASE.weights], biases=None, y=0 * CASE.y)
    save_case(dead, tmp_path / "dead.npz")
    assert main(["replay", str(tmp_path / "dead.npz"), "--layout", "numerator"]) == 3
    out = capsys.readouterr().out
    assert "NOT JUDGED" in out
    assert "neither gradient nor update was judged of W1 W2 W3: nothing is said about these" in " ".join(out.split())


def test_replay_of_a_wrong_network_differs(monkeypatch, capsys):
    from manual_mlp import numerator

    right = numerator.backward

    def wrong(*args):
        done = right(*args)
        return done._replace(dW=[2 * g for g in done.dW])

    monkeypatch.setattr(numerator, "backward", wrong)
    assert main(["replay", ID]) == 1
    out = capsys.readouterr().out
    assert "numerator layout\nDIFFERS" in out
    assert "denominator layout\nAGREES" in out


# ---- export and judge ----


def test_export_says_what_it_wrote(tmp_path, capsys):
    target = tmp_path / "case.npz"
    assert main(["export", ID, "-o", str(target)]) == 0
    assert capsys.readouterr().out == f"{CASE.id} written to {target}\n"


def test_export_with_the_reference(tmp_path):
    main(["export", ID, "-o", str(tmp_path / "case.npz"), "--with-reference"])
    truth = run_reference(CASE)
    with np.load(tmp_path / "case.npz") as arrays:
        assert {n for n in truth if not np.array_equal(arrays["reference_" + n], truth[n])} == set()


@pytest.mark.parametrize(("layout", "conventions"), [("numerator", NUMERATOR), ("denominator", DENOMINATOR)])
def test_judge_accepts_either_layout(result, capsys, layout, conventions):
    files = result(layout=layout, conventions=conventions)
    capsys.readouterr()
    assert main(["judge", *files]) == 0
    assert capsys.readouterr().out.startswith(f"AGREES  {CASE.id}\n26 agree, of 26 arrays\n")


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (double("dW2"), 1, "first difference: dW2 (35 of 35 elements outside their bound)"),
        (transpose("dW2"), 1, "first difference: dW2 has shape (7, 5), expected (5, 7); it is the transpose:"),
        (poison, 1, "first difference: Z2 (1 of 77 elements are NaN or infinite)"),
        (double("loss"), 0, "remark (loss-value): the loss shown is 3.63481059, its formula gives"),
        (only("dW1", "Z1"), 3, "neither gradient nor update was judged of b1 W2 b2 W3 b3: nothing is said about"),
        (only("Z1"), 3, "1 agree, 25 not shown, of 26 arrays"),
        (only("W1'", "W2'", "W3'", "b1'", "b2'", "b3'"), 0, "6 agree, 20 not shown, of 26 arrays"),
    ],
)
def test_judge_says_what_is_wrong(result, capsys, change, code, line):
    files = result(change)
    capsys.readouterr()
    assert main(["judge", *files]) == code
    out = capsys.readouterr().out
    assert line in out
    assert max(map(len, out.splitlines())) <= 80


def test_judge_names_the_mistake(result, capsys):
    def averaged(arrays):
        only("output", "dW1", "dW2", "dW3", "db1", "db2", "db3")(arrays)
        arrays |= {n: a / CASE.n_samples for n, a in arrays.items() if n.startswith("db")}

    files = result(averaged)
    capsys.readouterr()
    assert main(["judge", *files]) == 1
    assert "[bias-gradient-mean]" in capsys.readouterr().out


def test_compare_does_not_claim_to_have_looked_for_the_mistake():
    arrays = dict(run_reference(CASE))
    arrays["dW2"] = 2 * arrays["dW2"]
    assert "cause" not in str(crosscheck.compare(arrays, CASE))


def test_judge_writes_what_it_found(result, tmp_path):
    files = result(double("dW2"))
    assert main(["judge", *files, "--json", str(tmp_path / "out.json")]) == 1
    written = json.loads((tmp_path / "out.json").read_text())
    first = next(f for f in written["findings"] if f["status"] == "differs" and not f["follows"])
    assert (written["verdict"], first["name"], first["layer"], first["n_out"]) == ("differs", "dW2", 2, 35)
    assert first["index"] == first["canonical_index"][::-1]


def test_json_spells_out_what_json_has_not(result, tmp_path):
    main(["judge", *result(poison), "--json", str(tmp_path / "out.json")])

    def refuse(constant):
        raise AssertionError(constant)

    written = json.loads((tmp_path / "out.json").read_text(), parse_constant=refuse)
    found = next(f for f in written["findings"] if f["name"] == "Z2")
    assert (found["candidate"], found["n_nonfinite"], found["index"]) == ("nan", 1, [3, 4])


def test_the_environment_names_versions_and_neither_host_nor_folder(result, tmp_path):
    main(["judge", *result(), "--json", str(tmp_path / "out.json")])
    environment = json.loads((tmp_path / "out.json").read_text())["environment"]
    assert set(environment) == {
        "crosscheck", "python", "numpy", "torch", "blas", "platform", "byteorder", "threads",
    }  # fmt: skip
    text = " ".join(environment.values())
    assert environment["numpy"] == np.__version__
    assert os.uname().nodename not in text
    assert os.sep not in text


# ---- the report in a terminal ----


def report_of(change, case_id=ID):
    case = Case.parse(case_id)
    arrays = run_layout("numerator", case)
    change(arrays)
    return compare(arrays, case, NUMERATOR)


def test_what_agrees_is_folded_to_one_line_a_quantity():
    lines = render(report_of(lambda arrays: None)).splitlines()
    head = next(i for i, line in enumerate(lines) if line.startswith("quantity"))
    quantities = [line.split()[0] for line in lines[head + 1 :]]
    assert lines[head].split() == ["quantity", "arrays", "error", "bound", "err/bound", "worst", "at"]
    assert quantities == ["Z", "A", "output", "loss", "d_output", "dZ", "dW", "db", "dA", "dX", "W'", "b'"]


def test_verbose_shows_every_array():
    text = render(report_of(lambda arrays: None), verbose=True)
    assert [n for n in run_layout("numerator", CASE) if f"\n{n} " not in text] == []


def test_what_agrees_beside_a_difference_is_a_list_of_names():
    text = render(report_of(double("dW2")))
    assert "\nagree: Z1-Z3 A1 A2 output loss d_output dZ1-dZ3 dW1 dW3 db1-db3" in text
    assert "\nZ1 " not in text
    assert "times the bound" in text


def test_a_difference_shows_both_values_in_full():
    report = report_of(double("db2"))
    cause = report.first_cause
    lines = render(report).splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("first difference"))
    assert lines[at + 1] == f"  db2[{cause.index[0]}]  yours     {cause.candidate:.17g}"
    assert lines[at + 2] == f"          expected  {cause.expected:.17g}"


@pytest.mark.parametrize(
    "case_id",
    [
        ID,
        "3-4-5-6-7-8-9-4-3-2_N101_gelu_tanh_cross_entropy_per_sample_nesterov_mu0.9_k12_f32_s0",
        "200-300_N150_identity_mse_f64_s0",
    ],
)
@pytest.mark.parametrize(
    "change",
    [
        lambda arrays: None,
        double("Z1"),
        transpose("Z1"),
        double("dZ1"),
        only("Z1"),
        lambda a: a.update(Z1=np.nan * a["Z1"]),
    ],
    ids=["right", "double", "transposed", "delta", "alone", "nan"],
)
@pytest.mark.parametrize("verbose", [False, True], ids=["short", "verbose"])
def test_no_line_is_wider_than_80_columns_but_a_long_id(case_id, change, verbose):
    report = report_of(change, case_id)
    wide = [line for line in render(report, verbose).splitlines() if len(line) > 80]
    assert [line for line in wide if line not in report.cases] == []


# ---- the package's own names ----


def test_the_package_exports_at_most_15_names():
    assert len(crosscheck.__all__) <= 16
    assert set(crosscheck.__all__) <= set(dir(crosscheck))


@pytest.mark.parametrize("name", crosscheck.__all__)
def test_every_exported_name_is_there(name):
    assert getattr(crosscheck, name) is not None


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'crosscheck' has no attribute 'nonsense'"):
        _ = crosscheck.nonsense


@pytest.mark.parametrize(
    "before",
    ["", "import crosscheck.compare", "from crosscheck.compare import run_reference", "crosscheck.run_reference"],
)
def test_compare_is_the_function_whoever_imported_its_module(before):
    code = f"import crosscheck\n{before}\nassert callable(crosscheck.compare), crosscheck.compare"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
