"""The reference has the caller's values, never the caller's memory: shown by writing, in both directions."""

import numpy as np
import pytest
import torch
from torch import nn

import reference

DTYPES = {"float32": torch.float32, "float64": torch.float64}


def connected(array, tensor):
    """Does a write into either of the two show in the other?"""
    seen = []
    for written, watched in ((array, tensor.detach()), (tensor.detach(), array)):
        before = watched.tolist()
        with torch.no_grad():
            written[...] = written + 1
        seen.append(watched.tolist() != before)
    return any(seen)


def of_numpy(r, shape, dtype):
    return r.normal(size=shape).astype(dtype)


def fortran_ordered(r, shape, dtype):
    return np.asfortranarray(r.normal(size=shape).astype(dtype))


def transposed_view(r, shape, dtype):
    return r.normal(size=shape[::-1]).astype(dtype).T


def reversed_view(r, shape, dtype):
    return r.normal(size=shape).astype(dtype)[::-1]


def of_a_torch_layer(r, shape, dtype):
    """What network 12 of the notebooks did: the weights are a live view of an nn.Linear."""
    parameter = nn.Parameter(torch.tensor(r.normal(size=shape), dtype=DTYPES[dtype]))
    return parameter.detach().numpy()


SOURCES = [of_numpy, fortran_ordered, transposed_view, reversed_view, of_a_torch_layer]


def arrays_from(source, dtype, seed=0):
    r = np.random.default_rng(seed)
    weights = [source(r, (5, 3), dtype), source(r, (2, 5), dtype)]
    return weights, [source(r, (5,), dtype), source(r, (2,), dtype)]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("source", SOURCES)
def test_no_parameter_is_connected_to_the_array_it_came_from(source, dtype):
    weights, biases = arrays_from(source, dtype)
    module = reference.network((3, 5, 2), ["tanh", "sigmoid"], weights, biases, dtype)
    given = [weights[0], biases[0], weights[1], biases[1]]
    for array, parameter in zip(given, module.parameters(), strict=True):
        assert np.array_equal(array, parameter.detach().numpy())
        assert parameter.dtype == DTYPES[dtype]
        assert not connected(array, parameter)


SHARING = {
    "from_numpy": torch.from_numpy,
    "as_tensor": torch.as_tensor,
    "parameter_of_from_numpy": lambda array: nn.Parameter(torch.from_numpy(array)),
}


@pytest.mark.parametrize("share", SHARING.values(), ids=SHARING.keys())
def test_the_same_check_catches_sharing(share):
    array = np.random.default_rng(0).normal(size=(5, 3))
    assert connected(array, share(array))


def test_two_modules_from_the_same_arrays_are_apart():
    weights, biases = arrays_from(of_numpy, "float64")
    one, other = (reference.network((3, 5, 2), ["tanh", "sigmoid"], weights, biases) for _ in range(2))
    for mine, yours in zip(one.parameters(), other.parameters(), strict=True):
        assert torch.equal(mine, yours)
        assert not connected(mine.detach().numpy(), yours)


def run_with(source, dtype="float64", **changes):
    weights, biases = arrays_from(source, dtype)
    r = np.random.default_rng(1)
    arguments = {
        "sizes": (3, 5, 2), "activations": ["identity", "identity"], "loss": "mse", "weights": weights,
        "biases": biases, "x": source(r, (7, 3), dtype), "y": source(r, (7, 2), dtype), "dtype": dtype,
        "lr": 0.25, "momentum": 0.9, "steps": 2,
    }  # fmt: skip
    arguments.update(changes)
    given = [*weights, *biases, arguments["x"], arguments["y"]]
    return given, reference.run(**arguments)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("source", SOURCES)
def test_a_run_leaves_what_it_was_given_alone(source, dtype):
    given, record = run_with(source, dtype)
    weights, biases = arrays_from(source, dtype)
    r = np.random.default_rng(1)
    fresh = [*weights, *biases, source(r, (7, 3), dtype), source(r, (7, 2), dtype)]
    assert all(np.array_equal(a, b) for a, b in zip(given, fresh, strict=True))
    assert not np.array_equal(record["W1'"], given[0]), "the update moved the reference's own weights"


@pytest.mark.parametrize("source", SOURCES)
def test_a_record_is_connected_to_nothing(source):
    """Every recorded array is overwritten; neither the inputs nor any other recorded array notice."""
    given, record = run_with(source)
    values = {name: array.copy() for name, array in record.items()}
    before = [array.copy() for array in given]
    for name, array in record.items():
        array.setflags(write=True)
        array[...] = np.nan
        array.setflags(write=False)
        values.pop(name)
        for other, value in values.items():
            assert np.array_equal(record[other], value), f"{name} shares memory with {other}"
    assert all(np.array_equal(a, b) for a, b in zip(given, before, strict=True))


def test_a_later_write_into_the_inputs_does_not_reach_the_record():
    given, record = run_with(of_numpy)
    values = {name: array.copy() for name, array in record.items()}
    for array in given:
        array[...] = np.nan
    assert all(np.array_equal(record[name], values[name]) for name in values)


@pytest.mark.parametrize("dtype", DTYPES)
def test_recorded_arrays_are_read_only_contiguous_and_own_their_memory(dtype):
    _, record = run_with(of_numpy, dtype)
    for name, array in record.items():
        assert array.dtype == dtype, name
        assert array.flags.c_contiguous, name
        assert array.base is None, name
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_read_only_inputs_are_welcome():
    given, record = run_with(of_numpy)
    weights, biases, x, y = given[:2], given[2:4], given[4], given[5]
    for array in given:
        array.setflags(write=False)
    _, again = run_with(of_numpy, weights=weights, biases=biases, x=x, y=y)
    assert all(np.array_equal(record[name], again[name]) for name in record)
