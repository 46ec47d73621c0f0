"""PyTorch as its tutorials write it: nn.Sequential, a loss of torch.nn.functional, torch.optim.SGD."""

from typing import Any

import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from crosscheck.case import Case
from crosscheck.conventions import CANONICAL, Conventions
from reference.network import network


class Torch:
    """One Case in PyTorch, eager or compiled; forward comes first, then backward, then update."""

    conventions: Conventions = CANONICAL

    def __init__(self, case: Case, *, fused: bool = False, compiled: bool = False) -> None:
        self.case = case
        module = network(case.sizes, case.activations, case.weights, case.biases, case.dtype)
        # In PyTorch the softmax belongs to the loss.
        self.module: nn.Module = module[:-1] if case.loss.startswith("cross_entropy") else module
        self.classifies = case.loss == "cross_entropy_per_sample"
        self.reduction = {"mse": "mean", "sse": "sum"}.get(case.loss, "")
        self.x, self.y = self.batch(case.x, case.y)
        self.parameters = list(self.module.parameters())
        # None leaves the choice between foreach and a plain loop to torch, as everybody does.
        self.optimizer = torch.optim.SGD(self.parameters, lr=case.lr, fused=fused or None)
        self.retain = not compiled  # compiled code reuses the memory of its graph
        if compiled:
            torch._dynamo.reset()  # noqa: SLF001 (a process that compiles many networks would soon stop to compile)
        self.cost = torch.compile(self.eager_cost) if compiled else self.eager_cost
        self.forward()
        self.backward()

    def batch(self, x: NDArray[Any], y: NDArray[Any]) -> tuple[Tensor, Tensor]:
        """Samples, and targets, which are class labels for cross entropy."""
        targets = torch.tensor(y)
        return torch.tensor(x), targets.argmax(dim=1) if self.classifies else targets

    def eager_cost(self, x: Tensor, y: Tensor) -> Tensor:
        """The loss, a scalar, of a batch."""
        output = self.module(x)
        return F.cross_entropy(output, y) if self.classifies else F.mse_loss(output, y, reduction=self.reduction)

    def record(self) -> dict[str, NDArray[Any]]:
        """The first step's loss, gradients and updated parameters under canonical names, for the harness."""
        named = {"loss": self.loss.detach().numpy()}
        names = [f"{p}{i}" for i in range(1, self.case.n_layers + 1) for p in "Wb"]
        self.step()
        for name, parameter in zip(names, self.parameters, strict=True):
            assert parameter.grad is not None
            named |= {f"d{name}": parameter.grad.numpy().copy(), f"{name}'": parameter.detach().numpy().copy()}
        return named

    def forward(self) -> None:
        """Output and loss, with the graph."""
        self.loss = self.cost(self.x, self.y)

    def backward(self) -> None:
        """Every parameter's gradient; the graph is kept, so that it can be repeated."""
        gradients = torch.autograd.grad(self.loss, self.parameters, retain_graph=self.retain)
        for parameter, gradient in zip(self.parameters, gradients, strict=True):
            parameter.grad = gradient

    def update(self) -> None:
        """One SGD step."""
        self.optimizer.step()

    def step(self) -> None:
        """All of it."""
        self.step_on(self.x, self.y)

    def step_on(self, x: Tensor, y: Tensor) -> None:
        """All of it, on another batch."""
        self.optimizer.zero_grad()
        self.cost(x, y).backward()
        self.optimizer.step()
