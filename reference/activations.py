"""Each activation's name beside the PyTorch module that computes it."""

from collections.abc import Callable, Sequence

from torch import nn

from reference import checks

ActivationSpec = str | tuple[str, float]
"""A name, or a name and its parameter: "tanh", ("leaky_relu", 0.05), ("elu", 0.7)."""

PLAIN: dict[str, Callable[[], nn.Module]] = {
    "identity": nn.Identity,
    "sigmoid": nn.Sigmoid,
    "tanh": nn.Tanh,
    "relu": nn.ReLU,
    # nn.Softplus returns z itself above its threshold. At the default, 20, that drops log1p(exp(-20)) = 2e-9,
    # a million times float64's rounding of z. From 50 on what is dropped, 2e-22, is below that rounding, and
    # exp(50) = 5e21 is far from overflow in float32 as well.
    "softplus": lambda: nn.Softplus(threshold=50.0),
    "gelu_tanh": lambda: nn.GELU(approximate="tanh"),
    "silu": nn.SiLU,
    "softmax": lambda: nn.Softmax(dim=1),  # over the outputs of one sample, never over the batch
}

# Here a parameter may follow the name; without it, PyTorch's default holds (slope 0.01, alpha 1.0).
WITH_PARAMETER: dict[str, Callable[..., nn.Module]] = {"leaky_relu": nn.LeakyReLU, "elu": nn.ELU}

NAMES = (*PLAIN, *WITH_PARAMETER)


def activation(spec: ActivationSpec) -> nn.Module:
    """The module for one activation spec; it maps (N, n) to (N, n).

    Raises ValueError for an unknown name, a parameter that is not a finite number, or a parameter given to an
    activation that has none. Source: the "Non-linear Activations" sections of PyTorch's page `torch.nn`.
    """
    name, parameter = split(spec)
    if not parameter:
        return PLAIN[name]() if name in PLAIN else WITH_PARAMETER[name]()
    if name in PLAIN:
        raise checks.wrong(f"{name} has a parameter {parameter[0]!r}", "none", f"pass {name!r} alone")
    return WITH_PARAMETER[name](checks.number(parameter[0], f"the parameter of {name}"))


def split(spec: object) -> tuple[str, tuple[object, ...]]:
    """The name of a spec, checked, and its parameter if it has one."""
    if isinstance(spec, tuple | list):
        if len(spec) != 2:
            raise checks.wrong(f"activation is {spec!r}", "a name or (name, parameter)", "change it")
        return checks.one_of(spec[0], NAMES, "activation"), (spec[1],)
    return checks.one_of(spec, NAMES, "activation"), ()


def checked_activations(specs: Sequence[ActivationSpec], layers: int) -> list[nn.Module]:
    """One module per layer. Raises ValueError for a wrong count, or softmax anywhere but on the output."""
    checks.one_per_layer(specs, layers, "activations")
    modules = [activation(spec) for spec in specs]
    for i, module in enumerate(modules[:-1], start=1):
        if isinstance(module, nn.Softmax):
            raise checks.wrong(f"activation {i} of {layers} is softmax", "it on the output only", "move it")
    return modules
