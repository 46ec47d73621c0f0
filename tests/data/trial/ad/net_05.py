"""From-scratch net, lists only (after the neural networks chapter of the book).
Changed for a regression on a curve: swish neurons in the hidden layer, linear output neuron."""
import math
import random
from typing import List

Vector = List[float]


def dot(v: Vector, w: Vector) -> float:
    assert len(v) == len(w)
    return sum(v_i * w_i for v_i, w_i in zip(v, w))


def sigmoid(t: float) -> float:
    return 1 / (1 + math.exp(-t))


def swish(t: float) -> float:
    return t * sigmoid(t)


def swish_slope(t: float) -> float:
    s = sigmoid(t)
    return s + t * s * (1 - s)


def neuron_sum(weights: Vector, inputs: Vector) -> float:
    # weights includes the bias term, inputs includes a 1
    return dot(weights, inputs)


def feed_forward(network: List[List[Vector]], input_vector: Vector):
    """returns the sums and the outputs of all layers"""
    sums, outputs = [], []
    for depth, layer in enumerate(network):
        input_with_bias = input_vector + [1]
        t = [neuron_sum(neuron, input_with_bias) for neuron in layer]
        output = t if depth == len(network) - 1 else [swish(x) for x in t]
        sums.append(t)
        outputs.append(output)
        input_vector = output
    return sums, outputs


def sqerror_gradients(network, input_vector: Vector, target_vector: Vector):
    """gradients of the sum of the squared errors for one point"""
    (hidden_sums, _), (hidden_outputs, outputs) = feed_forward(network, input_vector)

    output_deltas = [2 * (output - target)
                     for output, target in zip(outputs, target_vector)]

    output_grads = [[output_deltas[i] * hidden_output
                     for hidden_output in hidden_outputs + [1]]
                    for i, output_neuron in enumerate(network[-1])]

    hidden_deltas = [swish_slope(hidden_sums[i]) *
                     dot(output_deltas, [n[i] for n in network[-1]])
                     for i in range(len(network[0]))]

    hidden_grads = [[hidden_deltas[i] * inp for inp in input_vector + [1]]
                    for i, hidden_neuron in enumerate(network[0])]

    return [hidden_grads, output_grads]


def gradient_step(v: Vector, gradient: Vector, step_size: float) -> Vector:
    return [v_i + step_size * g_i for v_i, g_i in zip(v, gradient)]


def total_loss(network, xs, ys) -> float:
    return sum((o - t) ** 2
               for x, y in zip(xs, ys)
               for o, t in zip(feed_forward(network, x)[1][-1], y))


def train(network, xs, ys, epochs=300, learning_rate=0.02):
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            gradients = sqerror_gradients(network, x, y)
            network = [[gradient_step(neuron, grad, -learning_rate)
                        for neuron, grad in zip(layer, layer_grad)]
                       for layer, layer_grad in zip(network, gradients)]
        if epoch % 50 == 0:
            print(f"epoch {epoch} loss {total_loss(network, xs, ys):.4f}")
    return network


def main():
    random.seed(0)
    NUM_HIDDEN = 6
    network = [
        [[random.random() - 0.5 for _ in range(2 + 1)] for _ in range(NUM_HIDDEN)],
        [[random.random() - 0.5 for _ in range(NUM_HIDDEN + 1)] for _ in range(2)],
    ]
    xs = [[random.uniform(-1, 1), random.uniform(-1, 1)] for _ in range(30)]
    ys = [[x[0] * x[1], math.sin(2 * x[0])] for x in xs]
    network = train(network, xs, ys)
    print(total_loss(network, xs, ys))


if __name__ == "__main__":
    main()
