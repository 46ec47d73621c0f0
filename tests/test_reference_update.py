"""SGD, momentum in both forms, weight decay and the L2 term, against their recurrences written out."""

from typing import Any

import numpy as np
import pytest

import reference

STEPS = 4
PARAMETERS = ["W1", "b1", "W2", "b2"]


def problem(seed=0, **changes):
    r = np.random.default_rng(seed)
    arguments: dict[str, Any] = {
        "sizes": (3, 5, 2), "activations": ["tanh", "identity"], "loss": "mse", "lr": 0.25, "steps": STEPS,
        "weights": [r.normal(size=(5, 3)), r.normal(size=(2, 5))],
        "biases": [r.normal(size=5), r.normal(size=2)],
        "x": r.normal(size=(7, 3)), "y": r.normal(size=(7, 2)),
    }  # fmt: skip
    return {**arguments, **changes}


def start(p):
    return {"W1": p["weights"][0], "b1": p["biases"][0], "W2": p["weights"][1], "b2": p["biases"][1]}


def at(step):
    return "" if step == 1 else f"@{step}"


def recurrence(theta, gradients, lr, momentum=0.0, dampening=0.0, nesterov=False, weight_decay=0.0,
               maximize=False, momentum_form="torch"):  # fmt: skip
    """Parameter and momentum after each step, from the recorded gradients alone."""
    v = np.zeros_like(theta)
    for k, gradient in enumerate(gradients):
        g = (-gradient if maximize else gradient) + weight_decay * theta
        if momentum_form == "ema":
            v = momentum * v + (1 - momentum) * g
        else:
            v = g if k == 0 else momentum * v + (1 - dampening) * g
        d = g if momentum == 0 else g + momentum * v if nesterov else v
        theta = theta - lr * d
        yield theta, v


SETTINGS: dict[str, dict[str, Any]] = {
    "plain": {},
    "momentum": {"momentum": 0.9},
    "dampening": {"momentum": 0.9, "dampening": 0.3},
    "nesterov": {"momentum": 0.9, "nesterov": True},
    "weight_decay": {"weight_decay": 0.1},
    "weight_decay_momentum": {"weight_decay": 0.1, "momentum": 0.6},
    "maximize": {"maximize": True},
    "maximize_weight_decay_dampening": {
        "maximize": True, "weight_decay": 0.1, "momentum": 0.6, "dampening": 0.2,
    },
    "maximize_nesterov": {"maximize": True, "momentum": 0.6, "nesterov": True},
    "ema": {"momentum": 0.9, "momentum_form": "ema"},
    "ema_weight_decay_maximize": {
        "momentum": 0.9, "momentum_form": "ema", "weight_decay": 0.1, "maximize": True,
    },
}  # fmt: skip


def follows(record, p, settings):
    """Do parameters and momenta obey the recurrence with these settings, to rounding?"""
    lr = 0.25
    for name in PARAMETERS:
        gradients = [record[f"d{name}{at(k)}"] for k in range(1, STEPS + 1)]
        for k, (theta, v) in enumerate(recurrence(start(p)[name], gradients, lr, **settings), start=1):
            close = np.allclose(record[f"{name}'{at(k)}"], theta, rtol=1e-13, atol=1e-14)
            if f"v{name}'" in record:
                close = close and np.allclose(record[f"v{name}'{at(k)}"], v, rtol=1e-13, atol=1e-14)
            if not close:
                return False
    return True


@pytest.mark.parametrize("name", SETTINGS)
def test_update(name):
    p = problem(**SETTINGS[name])
    assert follows(reference.run(**p), p, SETTINGS[name])


@pytest.mark.parametrize("name", SETTINGS)
def test_bit_by_bit_what_the_class_of_pytorch_does(name):
    """reference.run calls the function that torch.optim.SGD calls, since the class imports a compiler."""
    import torch

    p = problem(**SETTINGS[name])
    record = reference.run(**p)
    theirs = [torch.tensor(start(p)[parameter], requires_grad=True) for parameter in PARAMETERS]
    settings = {"momentum_form": "torch", **SETTINGS[name]}
    ema = settings.pop("momentum_form") == "ema"
    optimizer = torch.optim.SGD(theirs, lr=0.25, **settings | ({"dampening": settings["momentum"]} if ema else {}))
    for parameter in theirs if ema else []:
        optimizer.state[parameter]["momentum_buffer"] = torch.zeros_like(parameter)
    for k in range(1, STEPS + 1):
        for parameter, ours in zip(theirs, PARAMETERS, strict=True):
            parameter.grad = torch.tensor(record[f"d{ours}{at(k)}"])
        optimizer.step()
        for parameter, ours in zip(theirs, PARAMETERS, strict=True):
            assert np.array_equal(parameter.detach().numpy(), record[f"{ours}'{at(k)}"])
            buffer = optimizer.state[parameter].get("momentum_buffer")
            assert (buffer is None) == (f"v{ours}'{at(k)}" not in record)
            assert buffer is None or np.array_equal(buffer.numpy(), record[f"v{ours}'{at(k)}"])


@pytest.mark.parametrize("wrong", SETTINGS)
@pytest.mark.parametrize("name", ["plain", "momentum", "maximize_nesterov", "ema"])
def test_the_recurrence_of_other_settings_does_not_fit(name, wrong):
    """The check above tells every pair of settings apart."""
    p = problem(**SETTINGS[name])
    assert follows(reference.run(**p), p, SETTINGS[wrong]) == (wrong == name)


@pytest.mark.parametrize("name", SETTINGS)
def test_each_step_starts_where_the_one_before_ended_and_keeps_nothing_else(name):
    """Forward and backward of step k+1 are those of a first step from the parameters that step k left."""
    record = reference.run(**problem(**SETTINGS[name]))
    for k in range(1, STEPS):
        w1, b1, w2, b2 = (record[f"{parameter}'{at(k)}"] for parameter in PARAMETERS)
        afresh = reference.run(**problem(weights=[w1, w2], biases=[b1, b2], steps=1))
        before_update = [key for key in afresh if "'" not in key]
        assert "dX" in before_update
        for key in before_update:
            assert np.array_equal(record[key + at(k + 1)], afresh[key]), key
        assert not np.array_equal(record[f"dX{at(k + 1)}"], record[f"dX{at(k)}"])


@pytest.mark.parametrize("name", SETTINGS)
def test_gradients_do_not_know_the_optimizer(name):
    plain, other = reference.run(**problem()), reference.run(**problem(**SETTINGS[name]))
    first_step = [k for k in plain if "@" not in k and "'" not in k]
    assert all(np.array_equal(plain[k], other[k]) for k in first_step)


def test_ema_starts_from_zero():
    record = reference.run(**problem(momentum=0.9, momentum_form="ema"))
    np.testing.assert_allclose(record["vW1'"], 0.1 * record["dW1"], rtol=1e-14)


def test_ema_without_momentum_is_plain():
    plain, ema = reference.run(**problem()), reference.run(**problem(momentum_form="ema"))
    assert list(plain) == list(ema)
    assert all(np.array_equal(plain[k], ema[k]) for k in plain)


@pytest.mark.parametrize("loss", ["mse", "sse"])
@pytest.mark.parametrize("scale", ["total", "per_sample"])
@pytest.mark.parametrize("on", ["weights", "all"])
def test_l2_is_a_term_of_the_loss(on, scale, loss):
    p = problem(loss=loss, steps=1)
    plain = reference.run(**p)
    record = reference.run(**p, l2=0.7, l2_on=on, l2_scale=scale)
    strength = 0.7 / (7 if scale == "per_sample" else 1)
    reached = ["W1", "W2"] if on == "weights" else PARAMETERS
    norm = sum((start(p)[name] ** 2).sum() for name in reached)
    assert record["loss"] - plain["loss"] == pytest.approx(strength / 2 * norm, rel=1e-12)
    for name in PARAMETERS:
        term = strength * start(p)[name] * (name in reached)
        np.testing.assert_allclose(record[f"d{name}"], plain[f"d{name}"] + term, rtol=1e-13, atol=1e-14)
        np.testing.assert_allclose(record[f"{name}'"], start(p)[name] - 0.25 * record[f"d{name}"], rtol=1e-13)
    for name in ("d_output", "dZ2", "dA1", "dZ1", "dX"):
        assert np.array_equal(record[name], plain[name]), "the term does not pass through the network"


def test_l2_and_weight_decay_move_alike_and_are_recorded_apart():
    term = reference.run(**problem(l2=0.1, l2_on="all"))
    decay = reference.run(**problem(weight_decay=0.1))
    assert np.abs(term["dW1"] - decay["dW1"]).max() > 1e-2
    for name in PARAMETERS:
        np.testing.assert_allclose(term[f"{name}'@4"], decay[f"{name}'@4"], rtol=1e-12)


def test_l2_follows_the_weights_through_the_steps():
    record = reference.run(**problem(l2=0.7, momentum=0.9))
    p = problem()
    weights, biases = [record["W1'@2"], record["W2'@2"]], [record["b1'@2"], record["b2'@2"]]
    plain = reference.run(**problem(weights=weights, biases=biases, steps=1))
    np.testing.assert_allclose(record["dW1@3"], plain["dW1"] + 0.7 * record["W1'@2"], rtol=1e-12, atol=1e-14)
    assert follows(record, p, {"momentum": 0.9})


@pytest.mark.parametrize("changes", [{}, {"l2": 0.1}, {"momentum": 0.9, "nesterov": True}], ids=str)
def test_a_rate_of_zero_moves_nothing(changes):
    p = problem(**{**changes, "lr": 0.0})
    record = reference.run(**p)
    for name in PARAMETERS:
        assert np.array_equal(record[f"{name}'@4"], start(p)[name])
