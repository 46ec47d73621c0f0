"""sgd.step against torch.optim.SGD, and against its rule by hand."""

import numpy as np
import pytest

from manual_mlp import sgd

SETTINGS = [
    {"lr": 0.1},
    {"lr": 0.0},
    {"lr": 0.1, "maximize": True},
    {"lr": 0.1, "weight_decay": 0.3},
    {"lr": 0.1, "weight_decay": 0.3, "maximize": True},
    {"lr": 0.1, "momentum": 0.9},
    {"lr": 0.1, "momentum": 0.9, "dampening": 0.4},
    {"lr": 0.1, "dampening": 0.4},
    {"lr": 0.1, "momentum": 0.9, "nesterov": True},
    {"lr": 0.1, "momentum": 0.9, "dampening": 0.4, "weight_decay": 0.3},
    {"lr": 0.1, "momentum": 0.9, "nesterov": True, "weight_decay": 0.3, "maximize": True},
]


def problem(dtype, steps):
    random = np.random.RandomState(0)
    params = [random.randn(3, 4).astype(dtype), random.randn(4).astype(dtype)]
    return params, [[random.randn(*p.shape).astype(dtype) for p in params] for _ in range(steps)]


def run(params, gradients, **settings):
    velocity = None
    for grads in gradients:
        params, velocity = sgd.step(params, grads, velocity, **settings)
    return params, velocity


def run_torch(params, gradients, **settings):
    torch = pytest.importorskip("torch")
    theirs = [torch.nn.Parameter(torch.tensor(p)) for p in params]
    optimizer = torch.optim.SGD(theirs, **settings)
    for grads in gradients:
        for p, g in zip(theirs, grads, strict=True):
            p.grad = torch.tensor(g)
        optimizer.step()
    buffers = [optimizer.state[p].get("momentum_buffer") for p in theirs]
    return [p.detach().numpy() for p in theirs], [None if v is None else v.numpy() for v in buffers]


def make_read_only(arrays):
    for a in arrays:
        a.setflags(write=False)


def worst(mine, theirs):
    """The largest difference, in roundings of numbers of size 1."""
    u = np.finfo(mine[0].dtype).eps / 2
    return max(np.abs(m - t).max() for m, t in zip(mine, theirs, strict=True)) / u


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("steps", [1, 2, 3])
@pytest.mark.parametrize("settings", SETTINGS, ids=str)
def test_as_torch(settings, steps, dtype):
    params, gradients = problem(dtype, steps)
    mine, velocity = run(params, gradients, **settings)
    theirs, buffers = run_torch(params, gradients, **settings)
    assert worst(mine, theirs) < 40
    assert {p.dtype for p in mine} == {np.dtype(dtype)}
    if settings.get("momentum"):
        assert worst(velocity, buffers) < 40
    else:
        assert velocity is None
        assert buffers == [None, None]


@pytest.mark.parametrize(
    ("settings", "changed"),
    [
        ({"lr": 0.1}, {"lr": 0.10005}),
        ({"lr": 0.1, "weight_decay": 0.3}, {"weight_decay": 0.3005}),
        ({"lr": 0.1, "momentum": 0.9}, {"momentum": 0.9005}),
        ({"lr": 0.1, "momentum": 0.9}, {"dampening": 0.0005}),
        ({"lr": 0.1, "momentum": 0.9}, {"nesterov": True}),
        ({"lr": 0.1}, {"maximize": True}),
    ],
    ids=str,
)
def test_the_comparison_refuses_a_setting_that_is_slightly_off(settings, changed):
    params, gradients = problem(np.float64, 3)
    mine, _ = run(params, gradients, **{**settings, **changed})
    theirs, _ = run_torch(params, gradients, **settings)
    assert worst(mine, theirs) > 1e6


@pytest.mark.parametrize(
    ("gradients", "theta", "v"),
    # Powers of two, so that every number is exact. v: 4 undamped, then 4/2 + 4/2, then 4/2 - 8/2.
    [([4.0], 0.0, 4.0), ([4.0, 4.0], -1.0, 4.0), ([4.0, 4.0, -8.0], -0.5, -2.0)],
)
def test_steps_by_hand(gradients, theta, v):
    settings = {"lr": 0.25, "momentum": 0.5, "dampening": 0.5}
    params, velocity = run([np.array([1.0])], [[np.array([g])] for g in gradients], **settings)
    assert (params[0].item(), velocity[0].item()) == (theta, v)


@pytest.mark.parametrize("settings", SETTINGS, ids=str)
def test_arguments_are_not_changed_and_nothing_is_shared(settings):
    params, (grads, _) = problem(np.float64, 2)
    velocity = [np.full_like(p, 0.25) for p in params]
    given = [*params, *grads, *velocity]
    make_read_only(given)
    new, after = sgd.step(params, grads, velocity, **settings)
    first, buffers = sgd.step(params, grads, None, **settings)
    assert after is not None
    assert not any(np.shares_memory(a, b) for a in given for b in [*new, *first, *(buffers or [])])
    assert not any(np.shares_memory(a, b) for a in new for b in after)


@pytest.mark.parametrize("name", ["lr", "momentum", "dampening", "weight_decay"])
def test_a_setting_of_another_dtype_does_not_promote(name):
    params, gradients = problem(np.float32, 2)
    new, velocity = run(params, gradients, **{"lr": 0.1, "momentum": 0.5, name: np.float64(0.3)})
    assert {a.dtype for a in [*new, *velocity]} == {np.dtype(np.float32)}


@pytest.mark.parametrize(
    "settings",
    [
        {"lr": -0.1},
        {"lr": 0.1, "momentum": -0.9},
        {"lr": 0.1, "weight_decay": -1e-9},
        {"lr": 0.1, "nesterov": True},
        {"lr": 0.1, "nesterov": True, "momentum": 0.9, "dampening": 0.1},
    ],
    ids=str,
)
def test_refuses_what_torch_refuses(settings):
    params, gradients = problem(np.float64, 1)
    with pytest.raises(ValueError, match=r"expected 0 or more|nesterov needs"):
        run(params, gradients, **settings)
    with pytest.raises(ValueError, match=r"Invalid|Nesterov"):
        run_torch(params, gradients, **settings)


@pytest.mark.parametrize(
    ("params", "grads", "velocity", "error", "message"),
    [
        ([np.ones(2)], [np.ones(3)], None, ValueError, r"grads\[0\] has shape \(3,\); expected \(2,\)"),
        ([np.ones(2)], [], None, ValueError, "grads is empty"),
        ([np.ones(2)], [np.ones(2)] * 2, None, ValueError, "grads has 2 arrays; expected 1"),
        ([np.ones(2)], [np.ones(2, np.float32)], None, TypeError, "is float32, others float64"),
        ([np.ones(2)], [np.array([1, np.nan])], None, ValueError, r"grads\[0\] holds nan at \(1,\)"),
        ([np.ones(2)], [np.ones(2)], [np.ones((2, 1))], ValueError, r"velocity\[0\] has shape \(2, 1\)"),
        (np.ones((2, 2)), [np.ones(2)] * 2, None, TypeError, "params is a ndarray"),
        ([np.ones(2, int)], [np.ones(2, int)], None, TypeError, "expected native floats"),
    ],
)
def test_refuses_arrays_that_do_not_fit(params, grads, velocity, error, message):
    with pytest.raises(error, match=message) as caught:
        sgd.step(params, grads, velocity, lr=0.1)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("lr", "error", "message"),
    [
        (float("nan"), ValueError, "lr is nan; expected a finite number"),
        (float("inf"), ValueError, "lr is inf; expected a finite number"),
        ("fast", TypeError, "lr is 'fast'; expected a number"),
    ],
)
def test_refuses_a_learning_rate_that_is_not_finite(lr, error, message):
    with pytest.raises(error, match=message):
        sgd.step([np.ones(2)], [np.ones(2)], None, lr=lr)
