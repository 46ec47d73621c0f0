"""
livecoded deep learning library: tensors are just ndarrays, a net is a list of layers.
Example at the bottom: fizz buzz.
"""
from typing import Dict, Iterator, List, NamedTuple, Sequence, Tuple

import numpy as np
from numpy import ndarray as Tensor


class TSE:
    """total squared error"""
    def loss(self, predicted: Tensor, actual: Tensor) -> float:
        return np.sum((predicted - actual) ** 2)

    def grad(self, predicted: Tensor, actual: Tensor) -> Tensor:
        return 2 * (predicted - actual)


class Layer:
    def __init__(self) -> None:
        self.params: Dict[str, Tensor] = {}
        self.grads: Dict[str, Tensor] = {}


class Linear(Layer):
    def __init__(self, input_size: int, output_size: int, rng: np.random.Generator) -> None:
        super().__init__()
        self.params["w"] = rng.normal(size=(input_size, output_size)) / np.sqrt(input_size)
        self.params["b"] = rng.normal(size=output_size) * 0.1

    def forward(self, inputs: Tensor) -> Tensor:
        self.inputs = inputs
        return inputs @ self.params["w"] + self.params["b"]

    def backward(self, grad: Tensor) -> Tensor:
        self.grads["b"] = np.sum(grad, axis=0)
        self.grads["w"] = self.inputs.T @ grad
        return grad @ self.params["w"].T


class Tanh(Layer):
    def forward(self, inputs: Tensor) -> Tensor:
        self.inputs = inputs
        return np.tanh(inputs)

    def backward(self, grad: Tensor) -> Tensor:
        y = np.tanh(self.inputs)
        return (1 - y ** 2) * grad


class NeuralNet:
    def __init__(self, layers: Sequence[Layer]) -> None:
        self.layers = layers

    def forward(self, inputs: Tensor) -> Tensor:
        for layer in self.layers:
            inputs = layer.forward(inputs)
        return inputs

    def backward(self, grad: Tensor) -> Tensor:
        for layer in reversed(self.layers):
            grad = layer.backward(grad)
        return grad

    def params_and_grads(self) -> Iterator[Tuple[Tensor, Tensor]]:
        for layer in self.layers:
            for name, param in layer.params.items():
                yield param, layer.grads[name]


class SGD:
    def __init__(self, lr: float = 0.01) -> None:
        self.lr = lr

    def step(self, net: NeuralNet) -> None:
        for param, grad in net.params_and_grads():
            param -= self.lr * grad


Batch = NamedTuple("Batch", [("inputs", Tensor), ("targets", Tensor)])


def batches(x: Tensor, y: Tensor, size: int, rng: np.random.Generator) -> Iterator[Batch]:
    starts = np.arange(0, len(x), size)
    rng.shuffle(starts)
    for s in starts:
        yield Batch(x[s:s + size], y[s:s + size])


def train(net: NeuralNet, x: Tensor, y: Tensor, rng: np.random.Generator, num_epochs: int = 50,
          size: int = 32, loss: TSE = TSE(), optimizer: SGD = SGD(0.002)) -> None:
    for epoch in range(num_epochs):
        epoch_loss = 0.0
        for batch in batches(x, y, size, rng):
            predicted = net.forward(batch.inputs)
            epoch_loss += loss.loss(predicted, batch.targets)
            net.backward(loss.grad(predicted, batch.targets))
            optimizer.step(net)
        if epoch % 10 == 0:
            print(epoch, epoch_loss)


def fizz_buzz_encode(x: int) -> List[int]:
    return [int(x % 15 != 0 and x % 3 != 0 and x % 5 != 0), int(x % 3 == 0 and x % 15 != 0),
            int(x % 5 == 0 and x % 15 != 0), int(x % 15 == 0)]


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    inputs = np.array([[x >> i & 1 for i in range(10)] for x in range(101, 1024)], dtype=float)
    targets = np.array([fizz_buzz_encode(x) for x in range(101, 1024)], dtype=float)
    net = NeuralNet([Linear(10, 50, rng), Tanh(), Linear(50, 4, rng)])
    train(net, inputs, targets, rng)
