"""The networks that are timed, as Cases of the harness, so that what is timed can be judged by it first."""

from dataclasses import dataclass

from crosscheck.case import Case

ACTIVATIONS = ("relu", "tanh", "sigmoid")


@dataclass(frozen=True)
class Network:
    """Widths, samples in a batch, the loss, and a learning rate that lets thousands of steps stay finite."""

    sizes: tuple[int, ...]
    samples: int
    loss: str
    lr: float

    def case(self, activation: str = "relu", dtype: str = "float32") -> Case:
        """The Case with this activation in every hidden layer; the loss decides about the output."""
        return Case.draw(self.sizes, self.samples, activations=activation, loss=self.loss, dtype=dtype, lr=self.lr)

    @property
    def flops(self) -> int:
        """Of the matrix products of one step: three a layer, two for the first, whose input has no gradient."""
        products = [3 * m * n for m, n in zip(self.sizes[1:], self.sizes[:-1], strict=True)]
        return 2 * self.samples * (sum(products) - self.sizes[0] * self.sizes[1])


# Learning rates are powers of two, exact in either dtype.
NETWORKS: dict[str, Network] = {
    "3-4-1": Network((3, 4, 1), 4, "mse", 2**-10),
    "64-32-10": Network((64, 32, 10), 64, "cross_entropy_per_sample", 2**-10),
    "1000-100-10": Network((1000, 100, 10), 64, "sse", 2**-20),
    "784-256-128-10": Network((784, 256, 128, 10), 128, "cross_entropy_per_sample", 2**-10),
    "784-512-512-10": Network((784, 512, 512, 10), 512, "cross_entropy_per_sample", 2**-10),
    "1024x4": Network((1024, 1024, 1024, 1024), 1024, "mse", 2**-10),
}
