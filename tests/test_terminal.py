"""The terminal report: what is drawn and marked, for which screen, and that it is all there or not at all."""

import io
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from crosscheck.case import Case
from crosscheck.cli import main
from crosscheck.compare import compare
from crosscheck.finding import Remark
from crosscheck.pair import layout_conventions, run_layout
from crosscheck.report.look import Look, in_ascii, plain
from crosscheck.report.names import listed
from crosscheck.report.screen import look_of, show
from crosscheck.report.set_aside import set_aside
from crosscheck.report.terminal import compose, one_line

ID = "3-5-7-2_N11_tanh+relu+identity_mse_f64_s0"
LONG = f"4-{'8-' * 19}3_N5_tanh_mse_f64_s0"
WIDE = "4-5-6-5-3_N5_leaky_relu@0.05_cross_entropy_per_sample_f64_s0"


def judged(case_id, change=lambda arrays: None):
    case = Case.parse(case_id)
    arrays = dict(run_layout("numerator", case))
    change(arrays)
    return compare(arrays, case, layout_conventions("numerator"))


def double(*names):
    return lambda arrays: arrays.update({n: 2 * arrays[n] for n in names})


def text(report, **look):
    return plain(compose(report, Look(**look)))


def picture(report, **look):
    """The numbers, the layers, the notes."""
    lines = text(report, **look).splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("  layer"))
    return lines[at : at + 3]


# ---- the network ----


@pytest.mark.parametrize(
    ("change", "notes"),
    [
        (double("dW2"), "  ok      ok          ^ dW2       ok              ok"),
        (lambda a: [double("A1")(a), *map(a.pop, set(a) - {"Z1", "A1"})], "          ^ A1"),
        (double("dX"), "  ^ dX    ok          ok          ok              ok"),
        (lambda a: a.update(Z1=np.nan * a["Z1"]), "  ok      ^ Z1        ok          ok              ok"),
        (lambda a: a.pop("dX"), "          ok          ok          ok              ok"),
    ],
    ids=["backward", "forward", "input", "nan", "not shown"],
)
def test_the_first_wrong_quantity_is_marked_under_its_layer(change, notes):
    assert picture(judged(ID, change)) == [
        "  layer   1           2           3",
        "  x(3) -> [5 tanh] -> [7 relu] -> [2 identity] -> mse",
        notes,
    ]


def test_layers_that_only_follow_are_said_to():
    report = judged(ID)
    after = [f.name for f in report.findings].index("Z2")
    findings = [replace(f, status="differs", follows=f.name != "Z2") for f in report.findings[after:]]
    notes = picture(replace(report, verdict="differs", findings=(*report.findings[:after], *findings)))[-1]
    assert notes == "  follows    follows     ^ Z2        follows         follows"


@pytest.mark.parametrize("name", ["dW1", "dW11", "Z20"])
@pytest.mark.parametrize("width", [80, 120])
def test_a_long_network_is_folded_around_the_layer_that_is_marked(name, width):
    numbers, layers, notes = picture(judged(LONG, double(name)), width=width)
    assert max(map(len, (numbers, layers, notes))) <= width
    assert "..." in layers
    at = notes.index(f"^ {name}")
    assert numbers[at:].split()[0] == name.strip("dWZ")
    assert layers[at] == "["


def test_a_loss_with_a_long_name_makes_room_for_the_layers():
    lines = text(judged(WIDE, double("dZ2"))).splitlines()
    assert max(map(len, lines)) <= 80
    assert "  loss: cross_entropy_per_sample" in lines
    assert any(line.endswith("-> loss") and "leaky_relu(0.05)" in line for line in lines)


# ---- what is said ----


def test_arrays_that_are_not_shown_are_counted_as_such():
    def some(arrays):
        for name in ("Z1", "A1", "dX"):
            del arrays[name]

    assert text(judged(ID, some)).splitlines()[1] == "23 agree, 3 not shown, of 26 arrays"


def test_without_a_named_mistake_the_way_on_is_said():
    assert "hint: look at the line that computes dW2 from dZ2 and A1; dZ2 and A1 agree." in text(
        judged(ID, double("dW2"))
    )

    def hidden(arrays):
        double("dW2")(arrays)
        del arrays["dZ2"]

    words = " ".join(text(judged(ID, hidden)).split())
    assert "Return dZ2 from read as well: then the report says whether it is right." in words


def test_in_a_later_step_the_parameters_are_those_of_the_step_before():
    def hidden(arrays):
        double("Z2@2")(arrays)
        del arrays["W2'"]

    words = " ".join(text(judged(ID.replace("_f64", "_k2_f64"), hidden)).split())
    assert "computes Z2@2 from A1@2, W2' and b2'. Return W2' from read as well" in words


def test_a_factor_is_marked_at_the_loss():
    report = judged(ID, double("dW1", "dW2", "dW3", "db1", "db2", "db3"))
    report = replace(
        report, verdict="agrees up to a factor", factor={"value": 7.5, "name": "N·K/2"}, exact_for=("sse",)
    )
    assert picture(report)[-1].split() == ["ok", *["follows"] * 3, "^", "times", "N*K/2"]
    assert picture(report, signs=True)[-1].endswith("↑ times N·K/2")
    assert 'to agree: declare loss = "sse", or divide the gradients by N*K/2' in str(report)


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["Z1", "A1", "Z2"], "Z1 A1 Z2"),
        ([f"{q}{i}" for i in range(1, 8) for q in ("Z", "A")], "Z1-Z7 A1-A7"),
        ([*(f"W{i}'" for i in range(1, 10) if i not in (4, 6)), *(f"dW1@{k}" for k in range(2, 9))],
         "W1'-W3' W5' W7'-W9' dW1 (7)"),
    ],
)  # fmt: skip
def test_many_names_are_taken_together(names, words):
    assert listed(names) == words


@pytest.mark.parametrize(
    ("statuses", "head"),
    [
        (("differs", "differs"), "DIFFERS  in 2 cases"),
        (("differs", "agrees"), "DIFFERS  in 1 of 2 cases"),
        (("differs", "not judged"), "DIFFERS  in 1 of 2 cases; the other could not be judged"),
        (("differs", "not judged", "not judged"), "DIFFERS  in 1 of 3 cases; the others could not be judged"),
        (("differs", "agrees", "not judged"), "DIFFERS  in 1 of 3 cases; 1 of the others could not be judged"),
    ],
)
def test_a_case_that_could_not_be_judged_is_not_taken_for_right(statuses, head):
    report = judged(ID, double("dW2"))
    (f,) = (f for f in report.findings if f.name == "dW2")
    found = tuple(replace(f, case=f"case {i}", status=status) for i, status in enumerate(statuses))
    several = replace(report, findings=found, cases=tuple(f.case for f in found), networks={})
    assert str(several).splitlines()[0] == head


def test_one_line_is_one_line():
    report = judged(ID, double("dW2"))
    assert one_line(report) == "differs: dW2 (35 of 35 elements outside their bound)"
    noisy = replace(report.findings[0], status="differs", index=None, why="raised\nValueError:\x1b[2J no")
    assert one_line(replace(report, findings=(noisy,))) == "differs: Z1 raised ValueError:\\x1b[2J no"


@pytest.mark.parametrize("option", ["-q", "--quiet"])
def test_quiet_replay_is_one_line_a_layout(option, capsys):
    assert main(["replay", ID, option]) == 0
    assert capsys.readouterr().out == "numerator layout  agrees\ndenominator layout  agrees\n"


# ---- for which screen ----


class Terminal(io.TextIOWrapper):
    def isatty(self):
        return True


def written(report, kind, encoding="utf-8"):
    raw = io.BytesIO()
    stream = kind(raw, encoding=encoding)
    show(compose(report, look_of(stream)), stream)
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize(
    ("kind", "variables", "bold", "coloured"),
    [
        (io.TextIOWrapper, {}, False, False),
        (Terminal, {}, True, True),
        (Terminal, {"NO_COLOR": "1"}, True, False),
        (Terminal, {"TERM": "dumb"}, False, False),
        (io.TextIOWrapper, {"FORCE_COLOR": "1"}, True, True),
    ],
    ids=["a file", "a terminal", "NO_COLOR", "dumb", "FORCE_COLOR"],
)
def test_colours_are_for_terminals(kind, variables, bold, coloured, monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    out = written(judged(ID, double("dW2")), kind)
    assert ("\x1b[1" in out) == bold
    assert ("\x1b[1;31m" in out) == coloured


@pytest.mark.parametrize(("encoding", "signs"), [("utf-8", True), ("ascii", False), ("cp1252", False)])
def test_signs_are_for_encodings_that_have_them(encoding, signs):
    report = judged(ID, double("dW2"))
    remark = Remark("side-effect", "writes to Größe.txt")
    out = written(replace(report, remarks=(remark,)), io.TextIOWrapper, encoding)
    assert ("[5 tanh] → [7 relu]" in out) == signs
    assert ("[5 tanh] -> [7 relu]" in out) != signs
    assert ("Gr\\xf6\\xdfe.txt" if encoding == "ascii" else "Größe.txt") in out


@pytest.mark.parametrize("argv", [["mistakes", "bias-sign"], ["export", "2-1_N2_identity_mse_f64_s0", "-o", "ö.npz"]])
def test_no_verb_needs_more_than_ascii(argv, tmp_path, monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", write_through=True))
    monkeypatch.chdir(tmp_path)
    assert main(argv) == 0
    said = raw.getvalue().decode("ascii")
    assert ("Z_i = A_(i-1) W_i^T - b_i" in said) or ("written to \\xf6.npz" in said)


def test_a_wide_terminal_is_used_and_a_file_is_not(monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    assert look_of(Terminal(io.BytesIO(), encoding="utf-8")).width == 120
    assert look_of(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")).width == 80
    monkeypatch.setenv("COLUMNS", "50")
    assert look_of(Terminal(io.BytesIO(), encoding="utf-8")).width == 80


def test_a_report_as_a_string_is_plain():
    report = judged(ID, double("dW2"))
    assert str(report).isascii()
    assert str(report) == written(report, io.TextIOWrapper, "ascii").removesuffix("\n")


def test_what_moves_a_cursor_is_spelt_out():
    report = replace(judged(ID), remarks=(Remark("run", "\x1b[2Jgone\x07"),))
    assert "\\x1b[2Jgone\\x07" in str(report)


def test_every_sign_of_the_catalogue_has_a_name_in_ascii():
    from crosscheck.catalogue import texts

    words = [w for t in texts().values() for w in (t.statement, t.is_, t.should, t.hint, t.why, t.shows_when)]
    assert sorted({c for w in words for c in in_ascii(w) if not c.isascii()}) == []
    assert in_ascii("dZᵢᵀ Aᵢ₋₁ − η²") == "dZ_i^T A_(i-1) - eta^2"


# ---- all or nothing ----


@pytest.mark.parametrize("kind", [io.TextIOWrapper, Terminal])
def test_a_closed_pipe_is_met_while_writing(kind):
    reading, writing = os.pipe()
    os.close(reading)
    stream = kind(io.FileIO(writing, "w"))
    with pytest.raises(BrokenPipeError):
        show(compose(judged(ID), Look()), stream)
    # what is left in it goes nowhere, as in crosscheck.cli
    os.dup2(os.open(os.devnull, os.O_WRONLY), writing)
    stream.close()


def test_ctrl_c_while_a_report_is_written_leaves_all_of_it():
    class Slow(io.StringIO):
        def write(self, text):
            super().write(text[:100])
            signal.raise_signal(signal.SIGINT)
            return 100 + super().write(text[100:])

    report, slow, before = judged(ID), Slow(), signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        show(compose(report, Look()), slow)
    assert slow.getvalue() == f"{report}\n"
    assert signal.getsignal(signal.SIGINT) is before


def test_nobody_to_complain_to_is_no_traceback():
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([sys.executable, "-m", "crosscheck", "nonsense"], stderr=writing, check=False, timeout=60)
    os.close(writing)
    assert done.returncode == 2


def test_sigterm_is_one_line(monkeypatch, capsys):
    monkeypatch.setattr("crosscheck.commands.trace.run", lambda _: os.kill(os.getpid(), signal.SIGTERM))
    before = signal.getsignal(signal.SIGTERM)
    assert main(["trace"]) == 143
    assert capsys.readouterr().err == "crosscheck: error: ended by SIGTERM\n"
    assert signal.getsignal(signal.SIGTERM) is before


HANGS = """
import os, pathlib, time, crosscheck
class Net(crosscheck.Adapter):
    activations, loss = ("tanh", "identity"), "mse"
    def build(self, case):
        return {"W": case.weights, "b": case.biases}
    def step(self, net, x, y, lr):
        pathlib.Path(__file__).with_name("running").write_text(str(os.getpid()))
        time.sleep(100)
    def read(self, net):
        return net
"""


def worker_of(folder):
    """The process that runs the candidate, once it does."""
    running = folder / "running"
    for _ in range(600):
        if running.exists() and running.read_text():
            return int(running.read_text())
        time.sleep(0.05)
    raise AssertionError("the candidate never ran")


def is_alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes in /proc")
def test_ctrl_c_leaves_one_line_and_nothing_else(tmp_path):
    (tmp_path / "net.py").write_text(HANGS)
    command = [sys.executable, "-m", "crosscheck", "check", "net.py", "--json", "out.json"]
    pipe = subprocess.PIPE
    ours = subprocess.Popen(command, cwd=tmp_path, stdout=pipe, stderr=pipe, text=True)
    try:
        worker = worker_of(tmp_path)
        assert is_alive(worker)
        ours.send_signal(signal.SIGINT)
        out, err = ours.communicate(timeout=20)
    finally:
        ours.kill()
    assert (ours.returncode, out, err) == (130, "", "crosscheck: error: interrupted\n")
    assert not is_alive(worker)
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["net.py", "running"]


def test_what_was_not_judged_in_some_cases_is_said_without_alarm():
    report = judged("5-7-3_N11_relu_cross_entropy_per_sample_zeros_f64_s0")
    left = replace(report.findings[0], name="db1@2", status="not judged", why="the bound exceeds 0.001 of the signal")
    zero = replace(left, name="dW1", case=ID, why="zero in every element: the comparison could not have failed")
    known = [replace(left, name="db1", status="agrees")]
    blurred, of_zero = set_aside([left, zero, left], known, 10)
    assert blurred.startswith("not judged where rounding may blur what a mistake would change: db1, in 1 of 10 cases")
    assert blurred.endswith(" (inputs: zeros); right in the others")
    assert of_zero == "not judged where it is zero: dW1, in 1 of 10 cases"
