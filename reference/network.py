"""The equivalent ``nn.Module`` of a hand-written network."""

from collections import OrderedDict
from collections.abc import Sequence

from numpy.typing import ArrayLike
from torch import Tensor, nn

from reference import checks
from reference.activations import ActivationSpec, checked_activations


def network(
    sizes: Sequence[int],
    activations: Sequence[ActivationSpec],
    weights: Sequence[ArrayLike],
    biases: Sequence[ArrayLike] | None,
    dtype: str = "float64",
) -> nn.Sequential:
    """A multilayer perceptron from plain arguments; it maps x (N, sizes[0]) to the output (N, sizes[-1]).

    For sizes (3, 5, 2) and activations ("tanh", "identity") this is

        nn.Sequential(
            nn.Linear(3, 5),    # Z1 = x W1^T + b1     (N, 5)
            nn.Tanh(),          # A1 = tanh(Z1)        (N, 5)
            nn.Linear(5, 2),    # Z2 = A1 W2^T + b2    (N, 2)
            nn.Identity(),      # output = Z2          (N, 2)
        )

    with the given values in place of random ones: weights[i] of shape (n_out, n_in), biases[i] of shape
    (n_out,), or biases None for a network without them. The values are copied (and rounded to `dtype`, where
    they have another): a later change to the arrays never reaches the module, nor the other way round. The
    layers are called linear1, activation1, linear2, ...; torch's random generator is not touched.

    Raises ValueError for anything that does not fit together, for NaN and infinity.
    Sources: PyTorch's pages `torch.nn.Linear`, `torch.nn.Sequential`.
    """
    torch_type = checks.torch_dtype(dtype)
    widths = checks.layer_sizes(sizes)
    modules = checked_activations(activations, layers=len(widths) - 1)
    checks.one_per_layer(weights, len(modules), "weights")
    if biases is not None:
        checks.one_per_layer(biases, len(modules), "biases")

    layers: OrderedDict[str, nn.Module] = OrderedDict()
    for i, module in enumerate(modules):
        n_in, n_out = widths[i], widths[i + 1]
        linear = Linear(n_in, n_out, bias=biases is not None, dtype=torch_type, device="cpu")
        fill(linear.weight, weights[i], dtype, f"weights[{i}]")
        if biases is not None:
            fill(linear.bias, biases[i], dtype, f"biases[{i}]")
        layers[f"linear{i + 1}"] = linear
        layers[f"activation{i + 1}"] = module
    return nn.Sequential(layers)


def fill(parameter: Tensor, values: ArrayLike, dtype: str, what: str) -> None:
    """Write `values` into a parameter of the same shape.

    The parameter keeps the memory that torch allocated for it, so that it cannot be the caller's. (With
    torch.from_numpy or torch.as_tensor it would be, and an update of one network would move the other.)
    """
    checks.array(values, tuple(parameter.shape), dtype, what, out=parameter.detach().numpy())


class Linear(nn.Linear):
    """nn.Linear, (N, n_in) to (N, n_out), without the random initial weights.

    Drawing them would move the caller's random stream, and all of them are written over.
    """

    def reset_parameters(self) -> None:
        """Leave the new memory as it is."""
