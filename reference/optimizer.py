"""The update, by torch.optim.SGD's own function; and a penalty that belongs to the loss and not to the optimizer."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.optim.sgd import sgd

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


def kept(tensor: Tensor) -> Tensor:
    """The gradient that backward left in a tensor, of the tensor's shape."""
    gradient = tensor.grad
    assert gradient is not None, "every recorded tensor is on the way from x to the loss"
    return gradient


class Updates:
    """What torch.optim.SGD does to a module's parameters, step by step.

    Sources: PyTorch's page `torch.optim.SGD`, and `torch.optim.sgd.sgd`, the public function that the class's step
    calls. The class itself is not used: the first of them that is made imports torch's compiler, which takes longer
    than a check does. tests/test_reference_update.py holds one against the other, bit by bit.
    """

    def __init__(self, module: nn.Module, rule: Rule) -> None:
        self._parameters = list(module.parameters())
        self._rule = rule
        # There, the first momentum buffer is the first gradient itself: None stands for "none yet". An exponential
        # moving average starts from zero instead, and dampening = mu does the rest.
        self._ema = rule.momentum_form == "ema" and rule.momentum != 0
        self._buffers: list[Tensor | None] = [torch.zeros_like(p) if self._ema else None for p in self._parameters]

    def forget_gradients(self) -> None:
        """Of the step before: backward adds to what is there."""
        for parameter in self._parameters:
            parameter.grad = None

    def step(self) -> None:
        """Move every parameter by its gradient; each has to have one."""
        rule = self._rule
        with torch.no_grad():
            sgd(
                list(self._parameters),
                [kept(p) for p in self._parameters],
                self._buffers,
                foreach=False,  # one parameter after the other, on any machine
                fused=False,
                lr=rule.lr,
                momentum=rule.momentum,
                dampening=rule.momentum if self._ema else rule.dampening,
                nesterov=rule.nesterov,
                weight_decay=rule.weight_decay,
                maximize=rule.maximize,
            )

    def momenta(self) -> dict[nn.Parameter, Tensor]:
        """The buffer of each parameter that has one."""
        return {p: v for p, v in zip(self._parameters, self._buffers, strict=True) if v is not None}


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
