"""A Case and a Record travel as .npz and come back bit for bit."""

import contextlib
import io
import zipfile
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck import Case, Conventions, Record, UsageError, run_reference
from crosscheck.atomic import write_atomically
from crosscheck.case_file import case_arrays, case_from_arrays, load_case, save_case
from crosscheck.conventions import CANONICAL, DENOMINATOR
from crosscheck.npz import read_npz, write_npz
from crosscheck.record_file import load_record, save_record

IDS = [
    "3-5-7-2_N11_tanh_mse_f64_s0",
    "3-5-7-2_N11_tanh_mse_f32_s0",
    "1-1_N1_identity_sse_nobias_f64_s3",
    "3-5-4_N11_leaky_relu@0.05+softmax_cross_entropy_mean_nobias_lr0.1_mu0.9_k3_f32_s5",
    "3-5-4_N7_elu@0.7_bce_sum_mu0.5_damp0.25_wd0.01_maximize_f64_s5",
    "3-5-4_N7_silu_half_mse_zeros_nesterov_l2all_l2perN_mu0.5_l2=0.1_f64_s5",
    "3-5-4_N7_gelu_tanh_half_sse_saturated_mu0.9_ema_k2_f64_s4294967295",
]


def bits(case):
    return [a.tobytes() for a in (case.x, case.y, *case.weights, *(case.biases or ()))]


@pytest.fixture
def case():
    return Case.parse(IDS[0])


@pytest.mark.parametrize("case_id", IDS)
def test_a_case_comes_back_bit_for_bit(tmp_path, case_id):
    case = Case.parse(case_id)
    save_case(case, tmp_path / "case.npz")
    back = load_case(tmp_path / "case.npz")
    assert back.id == case.id
    assert back.settings() == case.settings()
    assert bits(back) == bits(case)


def test_given_numbers_come_back_too(tmp_path, case):
    x = np.array(case.x)
    x[0, 0], x[1, 1], x[2, 2] = -0.0, 5e-324, np.finfo(float).max / 4
    given_case = case.with_(x=x)
    assert given_case.seed is None
    save_case(given_case, tmp_path / "case.npz")
    back = load_case(tmp_path / "case.npz")
    assert bits(back) == bits(given_case)
    assert back.id == given_case.id
    assert "_data_" in back.id


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    sizes=st.lists(st.integers(1, 5), min_size=2, max_size=4),
    n=st.integers(1, 6),
    lr=st.floats(0, 1e300),
    weight_decay=st.floats(0, 1),
    dampening=st.floats(-1e3, 1e3),
    seed=st.integers(0, 2**32 - 1),
    dtype=st.sampled_from(["float64", "float32"]),
)
def test_any_setting_comes_back(sizes, n, lr, weight_decay, dampening, seed, dtype):
    case = Case.draw(
        sizes, n, lr=lr, weight_decay=weight_decay, momentum=0.5, dampening=dampening, seed=seed, dtype=dtype
    )
    back = case_from_arrays(case_arrays(case))
    assert back.settings() == case.settings()
    assert bits(back) == bits(case)


def test_the_same_case_gives_the_same_bytes(tmp_path, case):
    save_case(case, tmp_path / "one.npz")
    save_case(Case.parse(case.id), tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_every_member_is_stored_little_endian_in_c_order_with_its_size_in_its_own_header(tmp_path, case):
    save_case(case, tmp_path / "case.npz")
    with zipfile.ZipFile(tmp_path / "case.npz") as archive:
        members = archive.infolist()
        assert {m.compress_type for m in members} == {zipfile.ZIP_STORED}
        assert {m.flag_bits for m in members} == {0}  # no data descriptors
        headers = [archive.read(m)[:128] for m in members]
    assert all(h.startswith(b"\x93NUMPY\x01\x00") for h in headers)
    assert not any(b"'fortran_order': True" in h or b"'>" in h for h in headers)


def test_the_keys_are_those_that_the_documentation_names(case):
    arrays = case_arrays(case)
    assert arrays["sizes"].dtype == np.int64
    assert arrays["activations"].dtype == "S16"
    assert arrays["lr"].dtype == np.float64
    assert arrays["lr"].shape == ()
    assert arrays["seed"].dtype == np.int64
    assert arrays["W1"].shape == (5, 3)
    assert np.isnan(arrays["activation_parameters"]).all()
    assert "class_index" not in arrays


def test_a_default_parameter_is_written_out():
    case = Case.draw((2, 3, 1), 4, activations="leaky_relu")
    assert case_arrays(case)["activation_parameters"].tolist()[0] == 0.01


def test_one_hot_targets_travel_as_class_numbers_too():
    case = Case.draw((3, 4), 6, activations=("softmax",), loss="cross_entropy_mean")
    labels = case_arrays(case)["class_index"]
    assert labels.dtype == np.int64
    assert np.array_equal(np.eye(4)[labels], case.y)


def test_class_numbers_alone_are_enough():
    case = Case.draw((3, 4), 6, activations=("softmax",), loss="cross_entropy_mean")
    arrays = case_arrays(case)
    del arrays["y"]
    assert case_from_arrays(arrays).id == case.id


def test_soft_targets_have_no_class_numbers():
    case = Case.draw((3, 4), 6, activations=("softmax",), loss="cross_entropy_mean")
    assert "class_index" not in case_arrays(case.with_(y=np.full((6, 4), 0.25)))


def test_the_least_that_a_program_must_write():
    least = {
        "format_version": np.int64(1),
        "sizes": np.array([2, 1]),
        "activations": np.array(["identity"]),  # NumPy's own strings do as well
        "loss": np.array(b"mse"),
        "x": np.ones((3, 2)),
        "y": np.ones((3, 1)),
        "W1": np.ones((1, 2)),
    }
    case = case_from_arrays({k: np.asarray(a) for k, a in least.items()})
    assert (case.lr, case.steps, case.dtype, case.seed, case.biases) == (0.125, 1, "float64", None, None)


def test_a_file_of_another_byte_order_and_compressed_is_read(tmp_path, case):
    arrays = {k: a.astype(a.dtype.newbyteorder(">")) for k, a in case_arrays(case).items()}
    fortran: dict[str, Any] = {k: np.asfortranarray(a) if a.ndim == 2 else a for k, a in arrays.items()}
    np.savez_compressed(tmp_path / "case.npz", **fortran)
    assert load_case(tmp_path / "case.npz").id == case.id


def test_the_reference_travels_beside_the_case(tmp_path, case):
    truth = run_reference(case)
    save_case(case, tmp_path / "case.npz", truth)
    with np.load(tmp_path / "case.npz") as arrays:
        assert np.array_equal(arrays["reference_W1'"], truth["W1'"])
    assert load_case(tmp_path / "case.npz").id == case.id


@pytest.mark.parametrize(
    "conventions", [None, CANONICAL, DENOMINATOR, Conventions(bias="folded_last_row", bias_sign=-1)]
)
def test_a_record_comes_back_with_what_it_declares(tmp_path, case, conventions):
    truth = run_reference(case)
    save_record(truth, tmp_path / "r.npz", conventions, case.id)
    record, back, case_id = load_record(tmp_path / "r.npz")
    assert back == (conventions or CANONICAL)
    assert case_id == case.id
    assert [(n, a.tobytes()) for n, a in record.items()] == [(n, a.tobytes()) for n, a in truth.items()]


def test_a_record_keeps_nan_and_every_shape(tmp_path):
    record = Record({"loss": np.float32(np.nan), "dW1": np.zeros((0, 3)), "Z1": np.ones(4, dtype=np.int32)})
    save_record(record, tmp_path / "r.npz")
    back = load_record(tmp_path / "r.npz").record
    assert [(a.dtype, a.shape) for a in back.values()] == [(a.dtype, a.shape) for a in record.values()]
    assert np.isnan(back["loss"])


def test_partly_declared_conventions_leave_the_rest_canonical(tmp_path):
    write_npz(tmp_path / "r.npz", {"dW1": np.ones((2, 3)), "convention_samples": np.array(b"columns")})
    assert load_record(tmp_path / "r.npz").conventions == Conventions(samples="columns", weight="out_in")


def test_a_name_that_is_no_quantity_is_not_written(tmp_path):
    with pytest.raises(UsageError, match="unknown quantity 'nonsense'"):
        save_record({"nonsense": np.ones(3)}, tmp_path / "r.npz")
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=300, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_damaged_file_is_refused_or_unharmed(data, tmp_path_factory):
    buffer = tmp_path_factory.mktemp("damage") / "case.npz"
    case = Case.parse("2-3-1_N2_tanh_mse_f64_s0")
    save_case(case, buffer)
    content = bytearray(buffer.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    cut = data.draw(st.integers(0, len(content)))
    buffer.write_bytes(content[: cut or len(content)])
    with contextlib.suppress(UsageError):  # every other exception, and every other case, is a failure
        assert bits(load_case(buffer)) == bits(case)


def test_an_interrupted_write_leaves_the_old_file(tmp_path, monkeypatch):
    target = tmp_path / "out.json"
    target.write_bytes(b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UsageError, match="No space left on device"):
        write_atomically(target, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]
    assert target.read_bytes() == b"old"


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_what_is_read_is_native(tmp_path):
    buffer = io.BytesIO()
    np.savez(buffer, x=np.arange(3, dtype=">f8"))
    (tmp_path / "a.npz").write_bytes(buffer.getvalue())
    assert read_npz(tmp_path / "a.npz", "a case")["x"].dtype.isnative
