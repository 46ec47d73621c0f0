"""Bad input: one line that says what was wrong, what was expected and what to do; exit code 2; nothing written half."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from crosscheck import Case, UsageError, compare
from crosscheck.case_file import case_arrays, save_case
from crosscheck.cli import main
from crosscheck.npz import write_npz

SOFTMAX = Case.draw((3, 4), 6, activations=("softmax",), loss="cross_entropy_mean")
BCE = Case.draw((3, 2), 6, activations=("sigmoid",), loss="bce_mean")
CASE = Case.draw((3, 5, 2), 7)


def with_value(array, value, at=(0, 0)):
    changed = np.array(array, dtype=np.float64)
    changed[at] = value
    return changed


def one_line(error):
    return "\n" not in error and error == error.strip()


# ---- a Case from Python ----


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"x": np.ones((7, 4))}, "x has shape (7, 4): expected (N, 3)"),
        ({"x": np.ones(3)}, "x has shape (3,): expected (N, 3)"),
        ({"x": np.ones((0, 3))}, "x has shape (0, 3): expected at least one sample and one unit"),
        ({"x": np.ones((7, 3), dtype=complex)}, "x has dtype complex128: expected real numbers (float64)"),
        ({"x": np.full((7, 3), "1")}, "x has dtype <U1: expected real numbers (float64)"),
        ({"x": np.full((7, 3), None)}, "x has dtype object: expected real numbers (float64)"),
        ({"x": with_value(CASE.x, np.nan, (6, 2))}, "x holds nan at (6, 2): expected finite numbers"),
        ({"y": with_value(CASE.y, np.inf)}, "y holds inf at (0, 0): expected finite numbers"),
        ({"y": np.ones((6, 2))}, "y has shape (6, 2): expected (7, 2)"),
        ({"y": np.ones(7)}, "y has shape (7,): expected (7, 2)"),
        ({"weights": [np.ones((5, 3))]}, "1 arrays of weights for 2 layers: expected one a layer"),
        ({"weights": [np.ones((3, 5)), np.ones((2, 5))]}, "weights[0] has shape (3, 5): expected (5, 3)"),
        ({"weights": [with_value(CASE.weights[0], -np.inf, (4, 2)), CASE.weights[1]]},
         "weights[0] holds -inf at (4, 2): expected finite numbers"),
        ({"biases": [np.ones((5, 1)), np.ones(2)]}, "biases[0] has shape (5, 1): expected (5)"),
        ({"biases": [with_value(np.ones(5), np.nan, 3), np.ones(2)]}, "biases[0] holds nan at (3,): expected finite"),
        ({"x": np.full((7, 3), 1e300), "dtype": "float32"}, "x holds numbers too large for float32"),
        ({"sizes": (3, 0, 2)}, "sizes are 3-0-2: expected two or more widths of at least 1"),
        ({"sizes": (3,)}, "sizes are 3: expected two or more widths of at least 1"),
        ({"sizes": (3, 2.5, 2)}, "a width in sizes is 2.5: expected a whole number"),
        ({"sizes": (3, "5", 2)}, "a width in sizes is '5': expected a whole number"),
        ({"activations": ("tahn", "identity")}, "unknown activation 'tahn' (did you mean tanh?): expected one of"),
        ({"activations": "tanh"}, "activations is the string 'tanh': expected one a layer"),
        ({"activations": ("tanh",)}, "1 activations for 2 layers: expected one a layer"),
        ({"activations": (("leaky_relu", -1), "identity")}, "the parameter of leaky_relu is -1"),
        ({"loss": "rmse"}, "unknown loss 'rmse' (did you mean"),
        ({"loss": "bce_mean"}, "bce_mean follows a sigmoid output, found identity: change the last activation"),
        ({"dtype": "float16"}, "unknown dtype 'float16' (did you mean float64?): expected one of float64, float32"),
        ({"lr": float("nan")}, "lr is nan: expected a finite number that is not negative"),
        ({"lr": "fast"}, "lr is 'fast': expected a number"),
        ({"momentum": -0.5}, "momentum is -0.5: expected a finite number that is not negative"),
        ({"dampening": float("inf")}, "dampening is inf: expected a finite number"),
        ({"nesterov": True}, "nesterov needs a momentum above 0 and no dampening, as in torch.optim.SGD"),
        ({"steps": 0}, "steps is 0: expected a whole number of at least 1"),
        ({"steps": 1.5}, "steps is 1.5: expected a whole number"),
        ({"l2_on": "biases"}, "unknown l2_on 'biases': expected one of weights, all"),
        ({"momentum_form": "ema"}, "momentum_form 'ema' needs a momentum above 0"),
    ],
    ids=lambda v: v[:40] if isinstance(v, str) else "",
)  # fmt: skip
def test_a_case_refuses(changes, message):
    with pytest.raises(UsageError) as caught:
        CASE.with_(**changes)
    assert message in str(caught.value)
    assert one_line(str(caught.value))


@pytest.mark.parametrize(
    ("case", "y", "message"),
    [
        (BCE, with_value(BCE.y, 2), "targets of bce_mean must lie between 0 and 1, found 0 to 2"),
        (BCE, with_value(BCE.y, -1), "targets of bce_mean must lie between 0 and 1, found -1 to 1"),
        (SOFTMAX, np.full((6, 4), 0.5), "each row of targets of cross_entropy_mean must sum to 1, one is off by 1"),
        (SOFTMAX, np.zeros((6, 4)), "each row of targets of cross_entropy_mean must sum to 1"),
        (SOFTMAX, np.arange(6), "y has shape (6,): expected (6, 4)"),
    ],
)
def test_targets_outside_the_classes_are_refused(case, y, message):
    with pytest.raises(UsageError) as caught:
        case.with_(y=y)
    assert message in str(caught.value)
    assert one_line(str(caught.value))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (((3, 2), 0), "0 samples: expected at least 1"),
        (((3, -2), 4), "sizes are 3--2: expected two or more widths of at least 1"),
        (((3, 2), 1.5), "the number of samples is 1.5: expected a whole number"),
        (((), 4), "sizes are : expected two or more widths"),
    ],
)
def test_drawing_refuses(arguments, message):
    with pytest.raises(UsageError) as caught:
        Case.draw(*arguments)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("mine", "message"),
    [
        ({}, "nothing to compare: expected at least one named array, such as 'dW1'"),
        ([np.ones(3)], "expected a dictionary of names to arrays, such as {'dW1': ...}, found list"),
        ({"dw1": np.ones(3)}, "unknown quantity 'dw1': expected names such as Z1"),
        ({"dW3": np.ones(3)}, "'dW3' is not a quantity of 3-5-2_N7_tanh_mse_f64_s0"),
        ({"dW1@2": np.ones(3)}, "'dW1@2' is not a quantity of"),
        ({"vW1'": np.ones(3)}, '"vW1\'" is not a quantity of'),
    ],
)
def test_compare_refuses(mine, message):
    with pytest.raises(UsageError) as caught:
        compare(mine, CASE)
    assert message in str(caught.value)
    assert one_line(str(caught.value))


# ---- files, through the command line ----


@pytest.fixture
def refused(tmp_path, capsys):
    """Run a verb that must refuse: its one line on stderr; nothing on stdout, no file more than before."""

    def run(*argv):
        before = {p: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()}
        assert main([str(a) for a in argv]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("crosscheck: error: ")
        assert err.endswith("\n")
        assert err.count("\n") == 1
        assert {p: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()} == before
        return err.removeprefix("crosscheck: error: ").strip()

    return run


def drop(*keys):
    return lambda arrays: [arrays.pop(k) for k in keys]


def put(**values):
    return lambda arrays: arrays.update({k: np.asarray(v) for k, v in values.items()})


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (drop("format_version"), "this is no case: format_version is missing, found id, sizes, n_samples"),
        (put(format_version=2), "format_version is 2: expected 1; export the case again"),
        (put(format_version="1"), "format_version has dtype <U1 and shape (): expected a whole number (int64)"),
        (drop("sizes"), "sizes is missing: expected a case with at least format_version, sizes, activations, loss, x"),
        (drop("W2"), "W2 is missing: expected W1, W2, b1, b2"),
        (drop("b2"), "b2 is missing: expected W1, W2, b1, b2"),
        (drop("y"), "y is missing: expected y (N, K), or class_index (N,) for cross entropy"),
        (put(momentun=0.9), "unknown key 'momentun': expected format_version, sizes"),
        (put(W3=np.ones((2, 2))), "unknown key 'W3'"),
        (put(sizes=[3, 0, 2]), "sizes are 3-0-2: expected two or more widths of at least 1"),
        (put(sizes=[]), "sizes has dtype float64 and shape (0,): expected whole numbers"),
        (put(sizes=[[3, 5, 2]]), "sizes has dtype int64 and shape (1, 3): expected whole numbers in one dimension"),
        (put(x=np.ones((7, 4))), "x has shape (7, 4): expected (N, 3)"),
        (put(x=np.ones((0, 3))), "x has shape (0, 3): expected at least one sample"),
        (put(x=with_value(CASE.x, np.nan)), "x holds nan at (0, 0): expected finite numbers"),
        (put(W1=with_value(CASE.weights[0], np.inf)), "weights[0] holds inf at (0, 0): expected finite numbers"),
        (
            put(W1=np.ones((5, 3), dtype=np.float32)),
            "W1 has dtype float32: expected float64 in every array of the case",
        ),
        (put(x=np.ones((7, 3), dtype=np.int64)), "x has dtype int64: expected float64 in every array of the case"),
        (put(dtype=b"float32"), "x has dtype float64: expected float32 in every array of the case"),
        (put(loss=b"rmse"), "unknown loss 'rmse'"),
        (put(loss=[b"mse"]), "loss has shape (1,): expected one name"),
        (put(loss=b"\xff"), "loss holds b'\\xff': expected a name as bytes"),
        (put(loss=3), "loss holds"),
        (put(activations=[b"tahn", b"identity"]), "unknown activation 'tahn' (did you mean tanh?)"),
        (
            put(activation_parameters=[0.1]),
            "activation_parameters must be 2 floats, one a layer, NaN where there is none",
        ),
        (put(activation_parameters=[0.5, np.nan]), "activation tanh takes no parameter, found 0.5"),
        (put(lr=[0.1]), "lr has dtype float64 and shape (1,): expected one number (float64)"),
        (put(lr=np.nan), "lr is nan: expected a finite number"),
        (put(nesterov=2), "nesterov is 2: expected 0 or 1"),
        (put(steps=0), "steps is 0: expected a whole number of at least 1"),
        (put(n_samples=8), "n_samples is 8, x has 7 rows: make them agree"),
        (put(has_bias=0), "has_bias is 0, b1 is there: make them agree"),
        (put(lr=0.25), "its id is 3-5-2_N7_tanh_mse_f64_s0_"),
        (put(x=CASE.x + 1), "export it again, or leave id out"),
    ],
    ids=lambda v: v[:40] if isinstance(v, str) else "",
)
@pytest.mark.parametrize("verb", ["replay", "trace"])
def test_a_case_file_is_refused(tmp_path, refused, verb, edit, message):
    arrays = case_arrays(CASE)
    edit(arrays)
    write_npz(tmp_path / "case.npz", arrays)
    assert message in refused(verb, tmp_path / "case.npz")


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        ([0, 1, 2, 3, 4, 0], "class_index[4] is 4: expected a class from 0 to 3"),
        ([0, 1, 2, 3, 0, -1], "class_index[5] is -1: expected a class from 0 to 3"),
        ([0.0] * 6, "class_index has dtype float64 and shape (6,): expected whole numbers in one dimension"),
        (np.argmax(SOFTMAX.y, axis=1)[::-1].copy(), "y and class_index name different classes"),
        ([0, 1], "y and class_index name different classes"),
    ],
)
def test_class_numbers_outside_the_classes_are_refused(tmp_path, refused, labels, message):
    write_npz(tmp_path / "case.npz", case_arrays(SOFTMAX) | {"class_index": np.asarray(labels)})
    assert message in refused("replay", tmp_path / "case.npz")


class Unpickled:
    """Leaves a trace where it is unpickled."""

    def __reduce__(self):
        return (Path("unpickled").touch, ())


def text_file(path):
    path.write_text("x,y\n1,2\n")


def cut_short(path):
    path.write_bytes(path.read_bytes()[:-100])


def flipped(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 255
    path.write_bytes(content)


def pickled(path):
    np.savez(path, x=np.array([Unpickled()], dtype=object))


def plain_npy(path):
    with path.open("wb") as file:
        np.save(file, np.ones(3))


def a_folder(path):
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (Path.unlink, "cannot read {path}: No such file or directory"),
        (a_folder, "cannot read {path}: Is a directory"),
        (text_file, "{path} is not an .npz file, or is cut short"),
        (cut_short, "{path} is not an .npz file, or is cut short"),
        (plain_npy, "{path} is not an .npz file, or is cut short"),
        (lambda path: path.write_bytes(b""), "{path} is not an .npz file, or is cut short"),
        (flipped, "{path} is damaged, or holds more than plain arrays (Bad CRC-32"),
        (pickled, "{path} is damaged, or holds more than plain arrays (Object arrays cannot be loaded"),
    ],
)
@pytest.mark.parametrize("place", ["case", "result"])
def test_a_file_that_cannot_be_read(tmp_path, monkeypatch, refused, place, damage, message):
    monkeypatch.chdir(tmp_path)
    good, bad = tmp_path / "good.npz", tmp_path / "bad.npz"
    save_case(CASE, good)
    shutil.copy(good, bad)
    damage(bad)
    argv = ["judge", bad, good] if place == "case" else ["judge", good, bad]
    assert refused(*argv).startswith(message.format(path=bad))


@pytest.mark.parametrize(
    ("arrays", "message"),
    [
        ({}, "nothing to compare"),
        ({"gradient": np.ones(3)}, "result.npz: unknown quantity 'gradient': expected names such as Z1"),
        ({"dW9": np.ones(3)}, "'dW9' is not a quantity of 3-5-2_N7"),
        ({"dW1": np.ones((5, 3)), "convention_weight": np.array(b"inout")}, "unknown weight 'inout'"),
        ({"dW1": np.ones((5, 3)), "convention_wieght": np.array(b"in_out")}, "unknown key 'convention_wieght'"),
        ({"dW1": np.ones((5, 3)), "convention_weight": np.array(1)}, "convention_weight holds 1: expected a name"),
        ({"dW1": np.ones((5, 3)), "convention_bias_sign": np.array(0)}, "bias_sign is 0: expected 1, or -1"),
        ({"dW1": np.ones((5, 3)), "case_id": np.array(b"3-5-2_N7_tanh_mse_f64_s1_000000")},
         "answers case 3-5-2_N7_tanh_mse_f64_s1_000000: expected 3-5-2_N7_tanh_mse_f64_s0_"),
        ({"Z1": np.ones(5), "convention_samples": np.array(b"vector")}, "samples is 'vector', which is one at a time"),
    ],
)  # fmt: skip
def test_a_result_file_is_refused(tmp_path, refused, arrays, message):
    save_case(CASE, tmp_path / "case.npz")
    write_npz(tmp_path / "result.npz", arrays)
    assert message in refused("judge", tmp_path / "case.npz", tmp_path / "result.npz", "--json", tmp_path / "out.json")


@pytest.mark.parametrize("verb", ["replay", "trace"])
def test_an_id_that_does_not_parse(refused, verb):
    message = "case id 'nonsense' does not parse: expected something like 3-5-7-2_N11_tanh_mse_f64_s0"
    assert refused(verb, "nonsense") == message


def test_a_case_that_asks_for_too_much(refused):
    assert "asks for more than 100,000,000 numbers: use smaller sizes" in refused(
        "trace", "99999-99999_N9_tanh_mse_f64_s0"
    )


@pytest.mark.parametrize("case_id", ["nonsense", "3-5_N2_tanh_mse_f64_s0_000000"])
def test_nothing_is_exported_of_a_bad_id(tmp_path, refused, case_id):
    refused("export", case_id, "-o", tmp_path / "out.npz")


@pytest.mark.parametrize(
    ("place", "why"),
    [("missing/out", "No such file or directory"), (".", "Is a directory"), ("file/out", "Not a directory")],
)
@pytest.mark.parametrize(("verb", "option"), [("export", "-o"), ("replay", "--json")])
def test_a_place_that_cannot_be_written(tmp_path, refused, verb, option, place, why):
    (tmp_path / "file").write_text("")
    message = refused(verb, "3-5_N2_tanh_mse_f64_s0", option, tmp_path / place)
    assert message == f"cannot write {tmp_path / place}: {why}; choose another place"


@pytest.mark.parametrize("options", ["mu0.9_damp-1e308_k4_f64", "mu1e308_k4_f32"])
def test_a_run_that_diverges(refused, options):
    message = refused("replay", f"3-5-2_N4_tanh_mse_{options}_s0")
    assert message.startswith("the numerator layout refuses 3-5-2_N4_tanh_mse_mu")
    assert message.endswith("if training has diverged, lower the learning rate")


def test_a_momentum_that_the_layouts_do_not_have(refused):
    assert "momentum_form 'ema' is none of the hand-written network's" in refused(
        "replay", "3-5_N2_tanh_mse_ema_mu0.9_f64_s0"
    )
