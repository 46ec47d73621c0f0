"""scikit-learn's multilayer perceptron by its public way to take one step: partial_fit on one batch."""

import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.neural_network import MLPClassifier, MLPRegressor

from crosscheck.case import Case
from crosscheck.conventions import NUMERATOR, Conventions, parameters_to_candidate

ACTIVATIONS = {"relu": "relu", "tanh": "tanh", "sigmoid": "logistic"}


class Sklearn:
    """MLPClassifier for cross entropy, otherwise MLPRegressor, whose loss is half the squares per sample."""

    conventions: Conventions = NUMERATOR

    def __init__(self, case: Case) -> None:
        hidden = case.activations[0]
        assert isinstance(hidden, str)
        settings = {
            "hidden_layer_sizes": case.sizes[1:-1], "activation": ACTIVATIONS[hidden], "solver": "sgd", "alpha": 0.0,
            "batch_size": case.n_samples, "learning_rate_init": case.lr, "momentum": 0.0, "nesterovs_momentum": False,
            "shuffle": False,
        }  # fmt: skip
        self.classifies = case.loss == "cross_entropy_per_sample"
        self.judged_as = case if self.classifies else case.with_(loss="half_sse_per_sample")
        self.net: Any = (MLPClassifier if self.classifies else MLPRegressor)(**settings)
        self.x, self.y = self.batch(case.x, case.y)
        self.classes = np.arange(case.n_outputs)
        self.case = case
        with warnings.catch_warnings():
            # It wants many more samples than features, and says so once.
            warnings.simplefilter("ignore")
            self.step()
        self.restart()

    def restart(self) -> None:
        """The Case's parameters, written into the arrays that its optimizer holds."""
        weights, biases = parameters_to_candidate(NUMERATOR, self.case.weights, self.case.biases)
        for mine, given in zip([*self.net.coefs_, *self.net.intercepts_], [*weights, *biases], strict=True):
            mine[...] = given

    def batch(self, x: NDArray[Any], y: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        """Samples and targets as it takes them."""
        targets = y.argmax(axis=1) if self.classifies else y
        return np.array(x), np.array(targets if y.shape[1] > 1 else y.ravel())

    def record(self) -> dict[str, NDArray[Any]]:
        """The parameters after one step, under canonical names; it shows nothing else."""
        self.restart()
        self.step()
        named: dict[str, NDArray[Any]] = {}
        for i, (w, b) in enumerate(zip(self.net.coefs_, self.net.intercepts_, strict=True), 1):
            named |= {f"W{i}'": w.copy(), f"b{i}'": b.copy()}
        return named

    def step(self) -> None:
        """A whole training step."""
        self.step_on(self.x, self.y)

    def step_on(self, x: NDArray[Any], y: NDArray[Any]) -> None:
        """A whole training step on another batch."""
        if self.classifies:
            self.net.partial_fit(x, y, classes=self.classes)
        else:
            self.net.partial_fit(x, y)
