"""
Small deep learning library after the live-coding video, with typing kept.
Changes: GELU layer, ridge targets instead of fizz buzz.
"""
from typing import Iterator, Sequence, Tuple, Callable
import numpy as np
from numpy import ndarray as Tensor


class TSE:
    """Total squared error over the batch"""
    def loss(self, predicted: Tensor, actual: Tensor) -> float:
        return float(np.sum((predicted - actual) ** 2))

    def grad(self, predicted: Tensor, actual: Tensor) -> Tensor:
        return 2 * (predicted - actual)


class Layer:
    def __init__(self) -> None:
        self.params, self.grads = {}, {}


class Linear(Layer):
    """computes output = inputs @ w + b"""
    def __init__(self, input_size: int, output_size: int) -> None:
        super().__init__()
        self.params["w"] = np.random.randn(input_size, output_size) * 0.5
        self.params["b"] = np.random.randn(output_size) * 0.5

    def forward(self, inputs: Tensor) -> Tensor:
        self.inputs = inputs
        return inputs @ self.params["w"] + self.params["b"]

    def backward(self, grad: Tensor) -> Tensor:
        self.grads["b"] = np.mean(grad, axis=0)
        self.grads["w"] = self.inputs.T @ grad
        return grad @ self.params["w"].T


F = Callable[[Tensor], Tensor]

class Activation(Layer):
    def __init__(self, f: F, f_prime: F) -> None:
        super().__init__()
        self.f = f
        self.f_prime = f_prime

    def forward(self, inputs: Tensor) -> Tensor:
        self.inputs = inputs
        return self.f(inputs)

    def backward(self, grad: Tensor) -> Tensor:
        return self.f_prime(self.inputs) * grad


C = np.sqrt(2 / np.pi)

def gelu(x: Tensor) -> Tensor:
    return 0.5 * x * (1 + np.tanh(C * (x + 0.044715 * x ** 3)))

def gelu_prime(x: Tensor) -> Tensor:
    t = np.tanh(C * (x + 0.044715 * x ** 3))
    return 0.5 * (1 + t) + 0.5 * x * (1 - t ** 2) * C * (1 + 0.044715 * x ** 2)


class Gelu(Activation):
    def __init__(self):
        super().__init__(gelu, gelu_prime)


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
    def __init__(self, lr: float = 0.002) -> None:
        self.lr = lr

    def step(self, net: NeuralNet) -> None:
        for param, grad in net.params_and_grads():
            param -= self.lr * grad


def train(net, inputs, targets, num_epochs=200, batch_size=16, loss=TSE(), optimizer=SGD()):
    for epoch in range(num_epochs):
        epoch_loss = 0.0
        starts = np.arange(0, len(inputs), batch_size)
        np.random.shuffle(starts)
        for start in starts:
            x, t = inputs[start:start + batch_size], targets[start:start + batch_size]
            predicted = net.forward(x)
            epoch_loss += loss.loss(predicted, t)
            net.backward(loss.grad(predicted, t))
            optimizer.step(net)
        if epoch % 40 == 0:
            print(epoch, epoch_loss)


if __name__ == "__main__":
    np.random.seed(2)
    inputs = np.random.uniform(-1, 1, (48, 3))
    targets = np.c_[inputs[:, 0] * inputs[:, 1], np.abs(inputs[:, 2])]
    train(NeuralNet([Linear(3, 7), Gelu(), Linear(7, 2)]), inputs, targets)
