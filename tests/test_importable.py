"""What stands beside an adapter is one module, when the file is imported and when the network runs."""

import sys
import types

import pytest

import crosscheck
from crosscheck.importable import importable
from crosscheck.load import load

NET = """
import numpy as np
RATE = 1.0
def train(W, b, x, y, lr):
    from layers_beside import tanh
    h, slope = tanh(x @ W[0] + b[0])
    d = h @ W[1] + b[1] - y
    e = d @ W[1].T * slope
    for p, g in ((W[0], x.T @ e), (b[0], e.sum(0)), (W[1], h.T @ d), (b[1], d.sum(0))):
        p -= lr * RATE * g
"""
LAYERS = """
import numpy as np
def tanh(z):
    return np.tanh(z), 1 - np.tanh(z) ** 2
"""
ADAPTER = """
from unittest.mock import patch
import crosscheck
from net_beside import train

class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("tanh", "identity"), "half_sse", ("W", "b")
    build = lambda self, case: {"W": case.weights, "b": case.biases}

    def step(self, net, x, y, lr):
        with patch("net_beside.RATE", FACTOR):
            train(net["W"], net["b"], x, y, lr)
"""


@pytest.fixture
def loaded(tmp_path):
    (tmp_path / "net_beside.py").write_text(NET)
    (tmp_path / "layers_beside.py").write_text(LAYERS)

    def load_it(factor):
        (tmp_path / "mine.py").write_text(ADAPTER.replace("FACTOR", factor))
        return load(str(tmp_path / "mine.py"))

    return load_it


@pytest.mark.parametrize(("factor", "verdict"), [("1.0", "agrees"), ("2.0", "agrees up to a factor")])
def test_imports_in_functions_and_patches_by_name_reach_the_same_module(loaded, factor, verdict):
    assert crosscheck.check(loaded(factor)).verdict == verdict


def test_everything_is_as_before_afterwards(loaded):
    adapter = loaded("1.0")
    modules, path = set(sys.modules), list(sys.path)
    with importable(adapter):
        import net_beside  # type: ignore[import-not-found]

        assert net_beside.train is sys.modules["net_beside"].train
        import layers_beside  # type: ignore[import-not-found]

        assert layers_beside.tanh
    assert (set(sys.modules), sys.path) == (modules, path)


def test_a_program_that_stands_beside_the_network_stays_as_it_is(loaded, tmp_path, monkeypatch):
    (tmp_path / "program.py").write_text("")
    program = types.ModuleType("program_beside")
    program.__file__ = str(tmp_path / "program.py")
    monkeypatch.setitem(sys.modules, "program_beside", program)
    assert crosscheck.check(loaded("1.0")).verdict == "agrees"
    assert sys.modules["program_beside"] is program
