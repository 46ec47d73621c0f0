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
        self.x, self.y = torch.tensor(case.x), torch.tensor(case.y)
        self.labels = self.y.argmax(dim=1)
        self.parameters = list(self.module.parameters())
        # None leaves the choice between foreach and a plain loop to torch, as everybody does.
        self.optimizer = torch.optim.SGD(self.parameters, lr=case.lr, fused=fused or None)
        self.cost = torch.compile(self.eager_cost) if compiled else self.eager_cost
        self.forward()
        self.backward()

    def eager_cost(self) -> Tensor:
        """The loss, a scalar, of the batch."""
        output = self.module(self.x)
        if self.case.loss == "cross_entropy_per_sample":
            return F.cross_entropy(output, self.labels)
        return F.mse_loss(output, self.y, reduction={"mse": "mean", "sse": "sum"}[self.case.loss])

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
        self.loss = self.cost()

    def backward(self) -> None:
        """Every parameter's gradient; the graph is kept, so that it can be repeated."""
        gradients = torch.autograd.grad(self.loss, self.parameters, retain_graph=True)
        for parameter, gradient in zip(self.parameters, gradients, strict=True):
            parameter.grad = gradient

    def update(self) -> None:
        """One SGD step."""
        self.optimizer.step()

    def step(self) -> None:
        """All of it."""
        self.optimizer.zero_grad()
        self.cost().backward()
        self.optimizer.step()
