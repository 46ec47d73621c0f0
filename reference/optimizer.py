"""The update: torch.optim.SGD, and a penalty that belongs to the loss and not to the optimizer."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from reference import checks

MOMENTUM_FORMS = ("torch", "ema")


@dataclass(frozen=True)
class Rule:
    """How parameters move: the arguments of torch.optim.SGD, and the form of its momentum.

    `ema` is v = mu v + (1 - mu) g from v = 0, `torch` is v = mu v + (1 - dampening) g from v = g, undamped.
    """

    lr: float
    momentum: float = 0.0
    dampening: float = 0.0
    nesterov: bool = False
    weight_decay: float = 0.0
    maximize: bool = False
    momentum_form: str = "torch"

    def __post_init__(self) -> None:
        for name in ("lr", "momentum", "weight_decay"):
            checks.number(getattr(self, name), name, at_least=0)
        checks.number(self.dampening, "dampening")
        checks.flag(self.nesterov, "nesterov")
        checks.flag(self.maximize, "maximize")
        checks.one_of(self.momentum_form, MOMENTUM_FORMS, "momentum_form")
        if self.nesterov and (self.momentum == 0 or self.dampening != 0):
            raise checks.wrong("nesterov is set", "momentum > 0 and dampening 0 with it", "change these")
        if self.momentum_form == "ema" and (self.dampening != 0 or self.nesterov):
            raise checks.wrong("momentum_form is ema", "neither dampening nor nesterov with it", "omit them")


@dataclass(frozen=True)
class Penalty:
    """An L2 term of the loss: lambda/2 times the squared norm of the weights, or of all parameters."""

    strength: float = 0.0
    on: str = "weights"
    scale: str = "total"

    def __post_init__(self) -> None:
        checks.number(self.strength, "l2", at_least=0)
        checks.one_of(self.on, ("weights", "all"), "l2_on")
        checks.one_of(self.scale, ("total", "per_sample"), "l2_scale")


def sgd(module: nn.Module, rule: Rule) -> torch.optim.SGD:
    """The optimizer of a module's parameters.

    Source: PyTorch's page `torch.optim.SGD`. There, the first momentum buffer is the first gradient itself.
    An exponential moving average starts from zero instead: a buffer of zeros is put where the optimizer looks
    for the previous one, and dampening = mu does the rest.
    """
    ema = rule.momentum_form == "ema" and rule.momentum != 0
    optimizer = torch.optim.SGD(
        module.parameters(),
        lr=rule.lr,
        momentum=rule.momentum,
        dampening=rule.momentum if ema else rule.dampening,
        nesterov=rule.nesterov,
        weight_decay=rule.weight_decay,
        maximize=rule.maximize,
        foreach=False,  # one parameter after the other, on any machine
    )
    if ema:
        for parameter in module.parameters():
            optimizer.state[parameter]["momentum_buffer"] = torch.zeros_like(parameter, requires_grad=False)
    return optimizer


def penalized(data_loss: Tensor, penalty: Penalty, module: nn.Module, n: int) -> Tensor:
    """The loss of N = n samples with its L2 term, a scalar tensor; without one, the loss as it came."""
    if penalty.strength == 0:
        return data_loss
    total = data_loss
    factor = penalty.strength / 2 if penalty.scale == "total" else penalty.strength / 2 / n
    for name, parameter in module.named_parameters():
        if penalty.on == "all" or name.endswith(".weight"):
            total = total + factor * parameter.square().sum()
    return total
