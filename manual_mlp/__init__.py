"""A multilayer perceptron written by hand, in NumPy alone, in two layouts: numerator and denominator."""

from manual_mlp import activations, denominator, losses, numerator, sgd, training

__all__ = ["activations", "denominator", "losses", "numerator", "sgd", "training"]
