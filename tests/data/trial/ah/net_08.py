# Logistic regression as a single neuron, after "Data Science from Scratch".
# Rewritten for the task at work: will the customer pay (paid account or not)?
from typing import List, Tuple
import math
import random

Vector = List[float]


def dot(v: Vector, w: Vector) -> float:
    assert len(v) == len(w), "vectors must be same length"
    return sum(v_i * w_i for v_i, w_i in zip(v, w))


def add(v: Vector, w: Vector) -> Vector:
    return [v_i + w_i for v_i, w_i in zip(v, w)]


def scalar_multiply(c: float, v: Vector) -> Vector:
    return [c * v_i for v_i in v]


def vector_sum(vectors: List[Vector]) -> Vector:
    total = [0.0] * len(vectors[0])
    for v in vectors:
        total = add(total, v)
    return total


def logistic(x: float) -> float:
    return 1.0 / (1 + math.exp(-x))


def _negative_log_likelihood(x: Vector, y: float, beta: Vector) -> float:
    """The negative log likelihood for one data point"""
    if y == 1:
        return -math.log(logistic(dot(x, beta)))
    else:
        return -math.log(1 - logistic(dot(x, beta)))


def negative_log_likelihood(xs: List[Vector], ys: List[float], beta: Vector) -> float:
    return sum(_negative_log_likelihood(x, y, beta) for x, y in zip(xs, ys))


def _negative_log_partial_j(x: Vector, y: float, beta: Vector, j: int) -> float:
    return -(y - logistic(dot(x, beta))) * x[j]


def _negative_log_gradient(x: Vector, y: float, beta: Vector) -> Vector:
    return [_negative_log_partial_j(x, y, beta, j) for j in range(len(beta))]


def negative_log_gradient(xs: List[Vector], ys: List[float], beta: Vector) -> Vector:
    return vector_sum([_negative_log_gradient(x, y, beta) for x, y in zip(xs, ys)])


def gradient_step(v: Vector, gradient: Vector, step_size: float) -> Vector:
    """Moves `step_size` in the `gradient` direction from `v`"""
    assert len(v) == len(gradient)
    step = scalar_multiply(step_size, gradient)
    return add(v, step)


def make_customers(n: int) -> Tuple[List[Vector], List[float]]:
    xs, ys = [], []
    for _ in range(n):
        experience = random.gauss(0, 1)
        salary = 0.7 * experience + random.gauss(0, 0.7)
        p = logistic(1.8 * experience - 2.2 * salary + 0.4)
        xs.append([1.0, experience, salary])     # constant 1 in front
        ys.append(1 if random.random() < p else 0)
    return xs, ys


def main():
    random.seed(0)
    x_train, y_train = make_customers(100)
    learning_rate = 0.01
    beta = [random.random() for _ in range(3)]

    for epoch in range(200):
        gradient = negative_log_gradient(x_train, y_train, beta)
        beta = gradient_step(beta, gradient, -learning_rate)
        if epoch % 40 == 0:
            loss = negative_log_likelihood(x_train, y_train, beta)
            print(f"epoch {epoch} loss: {loss:.3f} beta: {[round(b, 3) for b in beta]}")


if __name__ == "__main__":
    main()
