"""Attempts to deceive the harness, or to make it fall over, that once succeeded."""

import decimal
import logging
import os
import shlex
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import crosscheck
from crosscheck.case import MAX_STEPS, Case
from crosscheck.cli import main
from crosscheck.conventions import CANONICAL, Conventions
from crosscheck.probes import run_probe
from crosscheck.probes.applied import gradient_not_applied
from crosscheck.probes.bench import run_once
from crosscheck.probes.left_behind import left_behind
from crosscheck.probes.limited import parameters_clipped
from crosscheck.probes.precision import single_precision_inside
from tests.test_check_wrong import Net, sigmoid

CASE = Case.draw((4, 4, 3), 5, activations=("tanh", "identity"), loss="mse")
GRADIENTS = {n: np.array(a) for n, a in crosscheck.run_reference(CASE).items() if n.startswith(("dW", "db"))}


def status(report: crosscheck.Report, name: str) -> str:
    return next(f.status for f in report.findings if f.name == name)


@pytest.mark.skipif(np.finfo(np.longdouble).maxexp <= 1024, reason="long double is double here")
def test_what_is_too_large_for_float64_is_out_of_every_bound() -> None:
    """It became infinite, its error too, and that was passed over: the verdict was `agrees`."""
    huge = GRADIENTS["dW1"].astype(np.longdouble) * np.longdouble("1e4000")
    report = crosscheck.compare({**GRADIENTS, "dW1": huge}, CASE)
    assert (report.verdict, status(report, "dW1")) == ("differs", "differs")
    str(report)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint64, np.bool_])
@pytest.mark.parametrize("settings", [{"gradient": "ascent"}, {"bias_sign": -1}], ids=str)
def test_a_sign_of_what_has_none_is_a_difference(dtype: Any, settings: dict[str, Any]) -> None:
    mine = {n: np.ones(a.shape, dtype) for n, a in GRADIENTS.items()}
    report = crosscheck.compare(mine, CASE, Conventions(weight="out_in", **settings))
    assert report.verdict == "differs"


@pytest.mark.parametrize("first", ["dW1", "db1"])
def test_a_bias_beside_the_weights_that_hold_it_is_refused(first: str) -> None:
    """The later of the two was judged, the other one not at all."""
    mine = {f"dW{i}": np.vstack([GRADIENTS[f"dW{i}"].T, GRADIENTS[f"db{i}"]]) for i in (1, 2)}
    wrong = {"db1": GRADIENTS["db1"] * 7}
    both = {**mine, **wrong} if first == "dW1" else {**wrong, **mine}
    with pytest.raises(crosscheck.UsageError, match="db1 is shown beside dW1"):
        crosscheck.compare(both, CASE, Conventions(bias="folded_last_row"))


class Raises:
    def __array__(self, *_: Any, **__: Any) -> Any:
        raise RuntimeError("no")


def test_an_array_that_raises_is_a_difference() -> None:
    report = crosscheck.compare({**GRADIENTS, "dW1": Raises()}, CASE)
    assert report.verdict == "differs"
    assert "RuntimeError: no" in str(report)


@pytest.mark.parametrize(
    ("case", "conventions", "message"),
    [("3-5-2", CANONICAL, "expected Case, found str"), (CASE, None, "expected Conventions, found NoneType")],
)
def test_what_is_no_case_and_no_convention_is_refused(case: Any, conventions: Any, message: str) -> None:
    with pytest.raises(crosscheck.UsageError, match=message):
        crosscheck.compare(GRADIENTS, case, conventions)


def test_a_loss_that_is_no_number_is_a_difference_and_a_wrong_number_a_remark() -> None:
    """As `check` has it; and nothing is said of gradients that are not shown."""
    assert crosscheck.compare({**GRADIENTS, "loss": [1, 2]}, CASE).verdict == "differs"
    assert crosscheck.compare({**GRADIENTS, "loss": None}, CASE).verdict == "differs"
    report = crosscheck.compare({**GRADIENTS, "loss": 7}, CASE)
    assert report.verdict == "agrees"
    assert "every gradient holds" in report.remarks[0].text
    assert "gradient" not in crosscheck.compare({"loss": 7}, CASE).remarks[0].text


def test_more_steps_than_an_id_has_digits_for_are_refused() -> None:
    """A file of a few kB could ask for 10**12 of them."""
    with pytest.raises(crosscheck.UsageError, match=r"expected at most 999,999"):
        CASE.with_(steps=MAX_STEPS + 1)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("new {0}/mine.py --name class", "'class' is no name for a class"),
        ("check {0}/mine.py --json {0}", "it is a folder"),
    ],
)
def test_the_command_line_refuses_in_one_line(
    arguments: str, message: str, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments.format(tmp_path).split()) == 2
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1


class Single(Net):
    """Right, but for being kept and computed in float32 throughout; everything is shown."""

    def build(self, case: Any) -> Any:
        net = super().build(case)
        net.W, net.b = ([a.astype(np.float32) for a in group] for group in (net.W, net.b))
        return net

    def step(self, net: Any, x: Any, y: Any, lr: float) -> Any:
        return super().step(net, x.astype(np.float32), y.astype(np.float32), lr)

    def shown(self, dW: Any, db: Any) -> Any:
        return {"dW": dW, "db": db}


def test_a_network_in_float32_is_told_so_and_nothing_else() -> None:
    """It was told that it does not apply its gradient, and that a part of its update is not multiplied by lr."""
    report = crosscheck.check(Single)
    assert report.verdict == "differs"
    assert [p["id"] for p in report.probes if p["status"] == "found"] == ["single-precision-inside"]
    assert "narrower-dtype" in {r.kind for r in report.remarks}
    assert "zero-step" not in {r.kind for r in report.remarks}


def applying(change: Callable[[Any], Any]) -> type[Net]:
    class Applied(Net):
        def apply(self, net: Any, dW: Any, db: Any, lr: float) -> None:
            super().apply(net, [change(g) for g in dW], db, lr)

        def shown(self, dW: Any, db: Any) -> Any:
            return {"dW": dW, "db": db}

    return Applied


def plain() -> Case:
    return Case.draw((3, 5, 2), 11, activations=("sigmoid", "sigmoid"), loss="half_sse", lr=0.125)


def test_a_gradient_that_is_not_applied_is_still_seen() -> None:
    assert run_probe(gradient_not_applied, applying(lambda g: g)(), plain()).status == "ok"
    assert run_probe(gradient_not_applied, applying(lambda g: 1.001 * g)(), plain()).status == "found"


def test_noise_is_no_lower_precision() -> None:
    noise = np.random.default_rng()
    noisy = applying(lambda g: g * (1 + 1e-3 * noise.standard_normal(g.shape)))
    result = run_probe(single_precision_inside, noisy(), plain())
    assert result.status == "not run"
    assert "nondeterministic" in result.text


def test_a_case_of_other_activations_than_declared_is_remarked_upon() -> None:
    case = Case.draw((3, 5, 2), 4, activations=("tanh", "identity"), loss="half_sse")
    report = crosscheck.check(Net, cases=[case])
    assert "other-activations" in {r.kind for r in report.remarks}
    assert "other-activations" not in {r.kind for r in crosscheck.check(Net, cases=[plain()]).remarks}


def clipping(limit: float, what: str) -> type[Net]:
    class Clipped(Net):
        def step(self, net: Any, x: Any, y: Any, lr: float) -> Any:
            shown = super().step(net, np.clip(x, -limit, limit) if what == "x" else x, y, lr)
            if what == "W":
                net.W = [np.clip(w, -limit, limit) for w in net.W]
            return shown

    return Clipped


@pytest.mark.parametrize("limit", [4, 100])
def test_inputs_that_are_clipped_are_seen(limit: float) -> None:
    """No standard case had x larger than three or four."""
    report = crosscheck.check(clipping(limit, "x"))
    assert report.verdict == "differs"
    assert "only where x is far from one" in report.patterns[0]


@pytest.mark.parametrize("limit", [5, 5000])
def test_weights_that_are_clipped_after_the_update_are_no_clipped_gradient(limit: float) -> None:
    report = crosscheck.check(clipping(limit, "W"))
    assert report.verdict == "differs"
    found = [p for p in report.probes if p["status"] == "found"]
    assert [(p["id"], p["evidence"]["limit"]) for p in found] == [("parameters-clipped", limit)]


class OneBufferAWidth(crosscheck.Adapter):
    """Right, but for layers of one width that keep their delta in one array."""

    activations, loss = ("tanh", ..., "identity"), "mse"

    def build(self, case: Any) -> Any:
        return {"W": case.weights, "b": case.biases}

    def step(self, net: Any, x: Any, y: Any, lr: float) -> None:
        a = [x]
        for i, (w, b) in enumerate(zip(net["W"], net["b"], strict=True)):
            z = a[-1] @ w + b
            a.append(np.tanh(z) if i < len(net["W"]) - 1 else z)
        kept: dict[int, Any] = {}
        deltas = [2 * (a[-1] - y) / y.size]
        for w, below in zip(net["W"][:0:-1], a[-2:0:-1], strict=True):
            delta = deltas[0] @ w.T * (1 - below**2)
            kept.setdefault(delta.shape[1], np.empty_like(delta))[...] = delta
            deltas.insert(0, kept[delta.shape[1]])
        net["W"] = [w - lr * below.T @ d for w, below, d in zip(net["W"], a, deltas, strict=False)]
        net["b"] = [b - lr * d.sum(0) for b, d in zip(net["b"], deltas, strict=True)]

    def read(self, net: Any) -> Any:
        return net


def test_a_buffer_that_layers_of_one_width_share_is_seen() -> None:
    assert crosscheck.check(OneBufferAWidth).verdict == "differs"


class Softmax(crosscheck.Adapter):
    """Right, but for a softmax that overflows where pre-activations are extreme."""

    activations, loss = ("relu", "softmax"), "cross_entropy_per_sample"
    most = np.inf

    def build(self, case: Any) -> Any:
        return {"W": case.weights, "b": case.biases}

    def step(self, net: Any, x: Any, y: Any, lr: float) -> None:
        w, b = net["W"], net["b"]
        with np.errstate(all="ignore"):
            z = x @ w[0] + b[0]
            a = np.minimum(np.maximum(z, 0), self.most)
            e = np.exp(a @ w[1] + b[1])
            e[e > 1e12] = np.inf  # so that it is an overflow where pre-activations are around 30
            d2 = (e / e.sum(1, keepdims=True) - y) / len(x)
            d1 = d2 @ w[1].T * (z > 0)
            net["W"], net["b"] = (
                [w[0] - lr * x.T @ d1, w[1] - lr * a.T @ d2],
                [b[0] - lr * d1.sum(0), b[1] - lr * d2.sum(0)],
            )

    def read(self, net: Any) -> Any:
        return net


class CappedSoftmax(Softmax):
    most = 9.0


@pytest.mark.parametrize(("network", "verdict"), [(Softmax, "agrees"), (CappedSoftmax, "differs")])
def test_an_overflow_excuses_no_finite_number(network: type[Softmax], verdict: str) -> None:
    report = crosscheck.check(network)
    assert report.verdict == verdict
    assert ("unstable" in {r.kind for r in report.remarks}) == (verdict == "agrees")


class BiasStays(Net):
    def apply(self, net: Any, dW: Any, db: Any, lr: float) -> None:
        super().apply(net, dW, [0 * g for g in db], lr)


def test_a_bias_that_is_never_updated_is_not_clipped() -> None:
    report = crosscheck.check(BiasStays, dtype="float32")
    assert "parameters-clipped" not in {p["id"] for p in report.probes if p["status"] == "found"}


class FailsForSeveral(Net):
    def step(self, net: Any, x: Any, y: Any, lr: float) -> Any:
        if len(x) > 1:
            raise ValueError("shapes")
        return super().step(net, x, np.tanh(y), lr)


def test_no_pattern_is_sought_in_the_few_runs_that_do_not_fail() -> None:
    report = crosscheck.check(FailsForSeveral)
    assert (report.verdict, report.explanations, report.patterns) == ("differs", (), ())
    assert "what is wrong: step raised ValueError: shapes" in str(report)


def leaking(gradients: Any, lr: float, v: Any = {}) -> Any:  # noqa: B006 (that is the mistake)
    for i, g in enumerate(gradients):
        v[i, g.shape] = 0.5 * v.get((i, g.shape), 0) + g
    return [lr * v[i, g.shape] for i, g in enumerate(gradients)]


class Leaking(Net):
    """Keeps a velocity in a function's default argument."""

    momentum = 0.5

    def apply(self, net: Any, dW: Any, db: Any, lr: float) -> None:
        moves = leaking([*dW, *db], lr)
        net.W = [w - m for w, m in zip(net.W, moves[:2], strict=True)]
        net.b = [b - m for b, m in zip(net.b, moves[2:], strict=True)]


class Random(Net):
    def apply(self, net: Any, dW: Any, db: Any, lr: float) -> None:
        noise = np.random.default_rng()
        super().apply(net, [g * (1 + 0.1 * noise.standard_normal(g.shape)) for g in dW], db, lr)


@pytest.mark.parametrize(
    ("network", "found", "words"),
    [
        (Leaking, "results-depend-on-earlier-calls", "the default value of v in leaking, test_hostile.py:"),
        (Random, "nondeterministic", "gives other numbers"),
    ],
)
def test_what_a_default_argument_keeps_is_no_chance(network: type[Net], found: str, words: str) -> None:
    report = crosscheck.check(network)
    probes = [p for p in report.probes if p["status"] == "found"]
    assert [p["id"] for p in probes] == [found]
    assert words in probes[0]["text"]
    said = " ".join(str(report).split())
    # what is kept is a velocity: that much is seen in the numbers
    assert (
        "left over from a run before" if found == "results-depend-on-earlier-calls" else "begin with what was found"
    ) in said


class Sign(Net):
    """The gradient of the absolute error: every update is of the same size, and nothing is clipped."""

    def error(self, a: Any, y: Any) -> Any:
        return np.sign(a - y)


def test_a_gradient_that_is_bounded_by_itself_is_not_clipped() -> None:
    assert run_probe(parameters_clipped, Sign(), plain()).status == "ok"
    assert run_probe(parameters_clipped, clipping(5, "W")(), plain()).status == "found"


class BiasByBroadcasting(Net):
    samples, weight, bias = "columns", "out_in", "column"

    def step(self, net: Any, x: Any, y: Any, lr: float) -> None:
        a = sigmoid(net.W[0] @ x + net.b[0])
        out = sigmoid(net.W[1] @ a + net.b[1])
        d2 = (out - y) * out * (1 - out)
        d1 = net.W[1].T @ d2 * a * (1 - a)
        net.W = [net.W[0] - lr * d1 @ x.T, net.W[1] - lr * d2 @ a.T]
        net.b = [net.b[0] - lr * d1.sum(axis=0), net.b[1] - lr * d2.sum(axis=0)]


def test_samples_that_are_left_in_a_bias_are_named() -> None:
    assert "samples are still in it" in " ".join(str(crosscheck.check(BiasByBroadcasting)).split())


class KeepsInInit(Net):
    class Optimizer:
        seen: list[int] = []  # noqa: RUF012 (that is the mistake)

        def __init__(self, v: Any = {}) -> None:  # noqa: B006
            self.v = v
            self.seen.append(1)

    def build(self, case: Any) -> Any:
        self.Optimizer().v["more"] = len(self.Optimizer.seen)
        return super().build(case)


def test_what_outlives_a_call_is_found_in_classes_and_default_arguments() -> None:
    adapter = KeepsInInit()
    where = left_behind(adapter, lambda: run_once(adapter, plain()))
    assert any("the attribute seen of the class Optimizer" in w for w in where)
    assert any("the default value of v in __init__, test_hostile.py:" in w for w in where)
    assert left_behind(Net(), lambda: run_once(Net(), plain())) == []


class ClippedSigmoid(Net):
    """A sigmoid of clipped pre-activations: exact wherever nothing saturates."""

    def step(self, net: Any, x: Any, y: Any, lr: float) -> None:
        def s(z: Any) -> Any:
            return sigmoid(np.clip(z, -20, 20))

        a = s(x @ net.W[0] + net.b[0])
        out = s(a @ net.W[1] + net.b[1])
        d2 = (out - y) * out * (1 - out)
        d1 = d2 @ net.W[1].T * a * (1 - a)
        net.W = [net.W[0] - lr * x.T @ d1, net.W[1] - lr * a.T @ d2]
        net.b = [net.b[0] - lr * d1.sum(0), net.b[1] - lr * d2.sum(0)]


def test_what_is_exact_in_most_cases_is_no_lower_precision() -> None:
    report = crosscheck.check(ClippedSigmoid)
    assert "single-precision-inside" not in str(report.explanations)


class LeavesItsFolder(Net):
    def step(self, net: Any, x: Any, y: Any, lr: float) -> Any:
        folder = tempfile.mkdtemp()
        os.chdir(folder)
        Path(folder).rmdir()
        return super().step(net, x, y, lr)


def test_a_folder_that_is_gone_is_left() -> None:
    before = Path.cwd()
    assert crosscheck.check(LeavesItsFolder, cases=[plain()]).verdict == "agrees"
    assert Path.cwd() == before


class UnreadableError(Exception):
    def __str__(self) -> str:
        raise SystemExit(0)


class RaisesUnreadably(Net):
    def step(self, net: Any, x: Any, y: Any, lr: float) -> Any:
        raise UnreadableError


def test_an_exception_that_raises_when_it_is_read_is_a_finding() -> None:
    report = crosscheck.check(RaisesUnreadably, cases=[plain()])
    assert report.verdict == "differs"
    assert "UnreadableError, whose message cannot be read" in " ".join(str(report).split())


def test_a_closed_stdout_is_no_verdict() -> None:
    command = f"{shlex.quote(sys.executable)} -m crosscheck mistakes >&-"
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


class FirstBatch(Net):
    """Divides by the size of the first batch that it has seen, for ever."""

    loss = "half_sse_per_sample"

    def step(self, net: Any, x: Any, y: Any, lr: float) -> Any:
        net.m = getattr(net, "m", len(x))
        return super().step(net, x, y, lr / net.m)


class LargestBuffer(Net):
    """Keeps its activations in an array for the largest batch so far, and sums over all of it."""

    def step(self, net: Any, x: Any, y: Any, lr: float) -> Any:
        kept = getattr(net, "kept", np.zeros((0, x.shape[1])))
        if len(x) > len(kept):
            kept = x.copy()
        net.kept = kept
        kept[: len(x)] = x
        y = np.vstack([y, np.zeros((len(kept) - len(x), y.shape[1]))])
        return super().step(net, kept, y, lr)


@pytest.mark.parametrize("network", [FirstBatch, LargestBuffer])
def test_what_an_earlier_batch_of_another_size_leaves_is_seen(network: type[Net]) -> None:
    report = crosscheck.check(network)
    assert report.verdict == "differs"
    found = [p for p in report.probes if p["status"] == "found"]
    assert [p["id"] for p in found] == ["results-depend-on-earlier-calls"]
    assert "after a step on a larger batch" in found[0]["text"]


def test_the_absolute_error_has_one_cause_on_either_scale() -> None:
    causes = [d["id"] for d in crosscheck.check(Sign).explanations[0]["defects"]]
    assert causes == ["gradient-of-another-loss"]


class Autoencoder(Net):
    sizes = ("n", "h", "n")

    def step(self, net: Any, x: Any, y: Any, lr: float) -> Any:
        return super().step(net, x, x, lr)


class WrongAutoencoder(Autoencoder):
    def slope(self, a: Any, z: Any) -> Any:
        return sigmoid(a) * (1 - sigmoid(a))


class NeverMoves(Autoencoder):
    def apply(self, net: Any, dW: Any, db: Any, lr: float) -> None:
        pass


class ForgetsTheTarget(Autoencoder):
    def error(self, a: Any, y: Any) -> Any:
        return a


@pytest.mark.parametrize(
    ("network", "verdict", "cause"),
    [
        (Autoencoder, "agrees", ""),
        (WrongAutoencoder, "differs", "derivative-at-activation"),
        (NeverMoves, "differs", "step-is-zero"),
        (ForgetsTheTarget, "differs", "labels-ignored"),
    ],
)
def test_a_network_that_learns_its_input(network: type[Net], verdict: str, cause: str) -> None:
    report = crosscheck.check(network)
    assert (report.verdict, cause in str(report)) == (verdict, True)
    assert ("target-is-input" in {r.kind for r in report.remarks}) == (network is not NeverMoves)


class ChangesItsSurroundings(Net):
    def step(self, net: Any, x: Any, y: Any, lr: float) -> Any:
        import torch

        os.environ["LEFT_BEHIND"] = "1"
        torch.set_grad_enabled(False)
        torch.set_default_dtype(torch.float64)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        decimal.getcontext().prec = 3
        logging.basicConfig(level="DEBUG", handlers=[logging.NullHandler()], force=True)
        logging.disable()
        return super().step(net, x, y, lr)


def test_what_a_step_changes_around_it_is_put_back() -> None:
    import torch

    root = logging.getLogger()
    before = root.level, list(root.handlers), root.manager.disable, decimal.getcontext().prec
    handler = signal.getsignal(signal.SIGTERM)
    assert crosscheck.check(ChangesItsSurroundings, cases=[plain()]).verdict == "agrees"
    assert (root.level, root.handlers, root.manager.disable, decimal.getcontext().prec) == before
    assert signal.getsignal(signal.SIGTERM) == handler != signal.SIG_IGN
    assert "LEFT_BEHIND" not in os.environ
    assert torch.is_grad_enabled()
    assert torch.get_default_dtype() == torch.float32


class RoundedRate(Net):
    """lr in float32, which 1/8 and 1/4 survive."""

    def apply(self, net, dW, db, lr):
        super().apply(net, dW, db, float(np.float32(lr)))


class ZeroMeansNoTarget(Net):
    """What is not there is coded as 0: such outputs get no error."""

    def error(self, a, y):
        return (a - y) * (y != 0)


class OneUnitIsNoLayer(Net):
    """A squeeze that was meant for the output."""

    def apply(self, net, dW, db, lr):
        if np.squeeze(dW[0]).ndim < 2:
            dW = [dW[0] * 0, dW[1]]
        super().apply(net, dW, db, lr)


class NoPixelIsBlack(Net):
    """Zeros are kept away from, as for a logarithm."""

    def step(self, net, x, y, lr):
        return super().step(net, np.where(x == 0, 0.5, x), y, lr)


@pytest.mark.parametrize("network", [RoundedRate, ZeroMeansNoTarget, OneUnitIsNoLayer, NoPixelIsBlack])
def test_what_shows_only_with_data_as_people_have_them_is_seen(network: type[Net]) -> None:
    report = crosscheck.check(network)
    assert report.verdict == "differs"
    assert {"pixels" in f.case for f in report.findings if f.status == "differs"} == {True}
    # that case has a layer of one unit too: the others' mistakes are not blamed on it
    assert ("one-hidden-unit" in {r.kind for r in report.remarks}) == (network is OneUnitIsNoLayer)


def test_the_companion_the_same_network_without_them_is_right() -> None:
    assert crosscheck.check(Net).passed


def test_what_shows_only_in_a_layer_of_one_unit_is_said_to_be_so() -> None:
    report = crosscheck.check(OneUnitIsNoLayer)
    (text,) = (r.text for r in report.remarks if r.kind == "one-hidden-unit")
    assert "declare sizes = ('n', 'h', 'k')" in text
    declared = type("Declared", (OneUnitIsNoLayer,), {"sizes": ("n", "h", "k")})
    assert crosscheck.check(declared).passed
